package main

import (
	"context"
	"errors"
	"mime"
	"net/http"
	"strconv"

	"portico/internal/browser"
	"portico/internal/i18n"
	"portico/internal/limit"
	"portico/internal/metering"
	"portico/internal/problem"
	"portico/internal/request"
	"portico/internal/viewer"
)

const (
	// sheetTry is what it costs the guests of a network to open a link, whether it works or
	// not, and sheetPrice what it costs the account to have a hundred lifespans read and
	// written, and each further hundred.
	sheetTry   = 10
	sheetPrice = 100
)

var requestNumber = i18n.Msg("The number of this request:")

// sheetsOf names the budget and the queue of an account's sheets, and who reads them. Links
// are given away: those who have one use up nothing of what the account's sessions may ask.
func sheetsOf(v viewer.Viewer) string { return "sheets:" + v.AccountID.String() }

// usageSheet serves the table of an account's usage to anyone who has the link. It counts
// as a query does: by price, and by its turn.
func (p *program) usageSheet(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Cache-Control", "no-store, private")
	ctx, link := browser.With(r.Context(), p.browserOf(w, r)), r.URL.Query().Get(metering.SheetParam)
	if s := p.budget.Charge(askers(ctx), sheetTry); s.Refused {
		noSheet(w, r, tooManySheets(s))
		return
	}
	v, _, err := p.Sheets.Find(ctx, link)
	if err != nil {
		noSheet(w, r, err)
		return
	}
	if err := p.chargeSheet(v); err != nil {
		noSheet(w, r, err)
		return
	}
	u, err := p.readSheet(ctx, v, link)
	if err != nil {
		noSheet(w, r, err)
		return
	}
	w.Header().Set("Content-Type", "text/csv; charset=utf-8; header=present")
	w.Header().Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": u.FileName()}))
	s, done := p.unread.counted(w, []reader{{sheetsOf(v), maxUnread}})
	defer done()
	_ = u.WriteCSV(s) // a client that stops reading has what was written
}

// readSheet reads what an account used when it is its turn. Its link may have ended since.
func (p *program) readSheet(ctx context.Context, v viewer.Viewer, link string) (*metering.Usage, error) {
	_, leave := p.turns.wait(ctx, []queue{{sheetsOf(v), maxTurns}})
	defer leave()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	v, period, err := p.Sheets.Find(ctx, link)
	if err != nil {
		return nil, err
	}
	return p.Meter.Usage(p.Catalog.Once(viewer.With(ctx, v)), period, metering.Wanted{Rows: metering.ByResource, Read: func() error {
		return p.chargeSheet(v)
	}})
}

// chargeSheet takes the price of a hundred lifespans off the budget of an account's sheets.
func (p *program) chargeSheet(v viewer.Viewer) error {
	if s := p.budget.Charge([]limit.Asker{{Name: sheetsOf(v), Limit: rateSignedIn}}, sheetPrice); s.Refused {
		return tooManySheets(s)
	}
	return nil
}

func tooManySheets(s limit.Spending) error {
	return problem.Later(s.ResetIn, "Too many downloads within a minute. Try again in %s.")
}

// noSheet shows a page that says why there is none.
func noSheet(w http.ResponseWriter, r *http.Request, err error) {
	var no *problem.Refusal
	if !errors.As(err, &no) {
		fault(w, r, err)
		return
	}
	status, message := http.StatusBadRequest, no.Message
	switch no.Reason {
	case problem.RateLimited:
		status = http.StatusTooManyRequests
		w.Header().Set("Retry-After", strconv.Itoa(int(no.After.Seconds())))
	case problem.NotFound:
		status, message = http.StatusNotFound, i18n.Msg("This download link doesn't work. It may have expired: open Usage and download the file again.")
	}
	errorPage(w, r, status, request.Language(r.Context()), message, requestNumber)
}
