package metering

import (
	"context"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"io"
	"strconv"
	"time"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/account"
	"portico/internal/gid"
	"portico/internal/holding"
	"portico/internal/keyring"
	"portico/internal/problem"
	"portico/internal/viewer"
)

const (
	// SheetPath is where sheets are downloaded.
	SheetPath = "/usage.csv"
	// SheetParam is the parameter with the sealed link.
	SheetParam   = "link"
	sheetLasts   = 10 * time.Minute
	sheetPurpose = "usage_sheet"
)

// Sheets are tables of usage. Anyone with the link to one downloads it without a session,
// for ten minutes of real time. What a link is for is sealed with the keys of the ring
// (AES-GCM), so nobody makes or changes one, and nothing is stored.
type Sheets struct {
	Meter Meter
	Ring  *keyring.Ring
	// Now is real time.
	Now func() time.Time
}

// A claim is what a link says: whose usage it shows, of what, and until when.
type claim struct {
	Account         uuid.UUID
	OfApp           bool // and of no other
	App             uuid.UUID
	From, To, Until int64 // microseconds
}

// Path is a link to a sheet of what the viewer used, a path on this site.
func (s Sheets) Path(ctx context.Context, p Period) string {
	c := claim{Account: viewer.ID(ctx), From: p.From.UnixMicro(), To: p.To.UnixMicro(), Until: s.Now().Add(sheetLasts).UnixMicro()}
	if p.App != nil {
		c.OfApp, c.App = true, p.App.As(gid.App)
	}
	text, _ := binary.Append(nil, binary.BigEndian, c) // fails for types without a fixed size only
	return SheetPath + "?" + SheetParam + "=" + base64.RawURLEncoding.EncodeToString(s.Ring.Seal(text, sheetPurpose, ""))
}

// Find tells whose usage a link shows, and of what. The error is a NotFound if nobody made
// it, it has expired, or its account is being deleted. The account may be suspended.
func (s Sheets) Find(ctx context.Context, link string) (viewer.Viewer, Period, error) {
	c, ok := s.open(link)
	if !ok || !s.Now().Before(time.UnixMicro(c.Until)) {
		return viewer.Viewer{}, Period{}, problem.Missing()
	}
	own := viewer.With(ctx, viewer.Viewer{AccountID: c.Account})
	a, err := s.Meter.DB.Account.Query().Where(account.ID(c.Account), account.ClosingAtIsNil()).Only(own)
	if ent.IsNotFound(err) {
		return viewer.Viewer{}, Period{}, problem.Missing()
	} else if err != nil {
		return viewer.Viewer{}, Period{}, fmt.Errorf("find account: %w", err)
	}
	v := viewer.Viewer{AccountID: a.ID, Username: a.Username, Language: string(a.Language), TimeZone: a.TimeZone, Suspended: a.SuspendedAt != nil}
	return v, c.period(), nil
}

// open reads a link, if this site made it.
func (s Sheets) open(link string) (c claim, ok bool) {
	sealed, err := base64.RawURLEncoding.Strict().DecodeString(link)
	if err != nil {
		return c, false
	}
	text, err := s.Ring.Open(sealed, sheetPurpose, "")
	if err != nil {
		return c, false
	}
	n, err := binary.Decode(text, binary.BigEndian, &c)
	return c, err == nil && n == len(text)
}

func (c claim) period() Period {
	p := Period{From: time.UnixMicro(c.From).UTC(), To: time.UnixMicro(c.To).UTC()}
	if c.OfApp {
		p.App = &gid.ID{Kind: gid.App, UUID: c.App}
	}
	return p
}

// FileName is what a sheet is called when it is saved: by its month, or by its days.
func (p Period) FileName() string {
	from, to := p.From.UTC(), p.To.UTC()
	name := from.Format(time.DateOnly) + "-to-" + to.Format(time.DateOnly)
	if first := from.Truncate(day); first.Equal(from) && from.Day() == 1 && to.Equal(from.AddDate(0, 1, 0)) {
		name = from.Format("2006-01")
	}
	return "portico-usage-" + name + ".csv"
}

const day = 24 * time.Hour

// WriteCSV writes usage by resource, a line of an invoice in each row.
func (u Usage) WriteCSV(w io.Writer) error {
	t := holding.NewTable(w, "app", "kind", "resource", "plan", "minutes", "micro_euro_per_hour", "amount_eur", "from", "to")
	for _, r := range u.Rows {
		err := t.Row(
			r.App.Name, string(*r.Kind), *r.Resource, *r.Plan, strconv.Itoa(int(*r.UnitMinutes)), strconv.Itoa(int(*r.MicrosPerHour)),
			r.Amount.Decimal(), holding.Moment(u.From), holding.Moment(u.until),
		)
		if err != nil {
			return err
		}
	}
	return t.End()
}
