package account

import (
	"archive/zip"
	"context"
	"fmt"
	"io"

	"portico/internal/holding"
	"portico/internal/i18n"
)

// files are the files of an export: the first two are about the account itself, the
// others come from the domains.
func (j *job) files() []holding.File {
	return append([]holding.File{
		{Name: "README.txt", Weight: 1, Write: j.readme},
		{Name: "profile.json", About: i18n.Msg("Who you are and how you sign in"), Weight: 1, Write: holding.JSON(j.Holdings.Profile)},
	}, j.Holdings.Files()...)
}

// pack writes the zip.
func (j *job) pack(ctx context.Context, to io.Writer) error {
	z, files := zip.NewWriter(to), j.files()
	var before, total int64
	for _, f := range files {
		total += f.Weight
	}
	for _, f := range files {
		done := func(ctx context.Context, part, whole int64) error {
			return j.progress(ctx, int32(100*(before*whole+f.Weight*part)/(total*whole)))
		}
		w, err := z.CreateHeader(&zip.FileHeader{Name: f.Name, Method: zip.Deflate, Modified: j.Now()})
		if err == nil {
			err = f.Write(ctx, w, done)
		}
		if err == nil {
			err = done(ctx, 1, 1)
		}
		if err != nil {
			return fmt.Errorf("%s: %w", f.Name, err)
		}
		before += f.Weight
	}
	return z.Close()
}

func (j *job) readme(_ context.Context, w io.Writer, _ holding.Progress) error {
	lang := string(j.account.Language)
	text := i18n.Msg("This is the data that Portico stores about the account %s.", j.account.Username).In(lang) + "\r\n\r\n" +
		i18n.Msg("Times are in UTC. Passwords, private keys, codes, and other secrets are not included.").In(lang) + "\r\n\r\n"
	for _, f := range j.files() {
		if !f.About.IsZero() {
			text += fmt.Sprintf("%-18s%s\r\n", f.Name, f.About.In(lang))
		}
	}
	_, err := io.WriteString(w, text)
	return err
}
