package account

import (
	"context"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/app"
	"portico/ent/deployment"
	"portico/ent/predicate"
	"portico/internal/page"
	"portico/internal/timeline"
)

// exportPage is how many rows of a long list are held at once.
const exportPage = 100

// deployments are those of the account's own apps, and the account's own on those
// of others.
func (j *job) deployments(ctx context.Context, w io.Writer) error {
	t := newTable(w)
	t.row("id", "created_at", "app", "ref", "commit", "subject", "pusher", "key_fingerprint")
	own, err := j.DB.App.Query().Where(app.OwnerID(j.account.ID)).IDs(ctx)
	if err != nil {
		return fmt.Errorf("list own apps: %w", err)
	}
	lists := []predicate.Deployment{deployment.And(
		deployment.PusherID(j.account.ID), deployment.Not(deployment.HasAppWith(app.OwnerID(j.account.ID))))}
	for _, id := range own {
		lists = append(lists, deployment.AppID(id))
	}
	for _, list := range lists {
		if err := j.deploymentsOf(ctx, list, t); err != nil {
			return err
		}
	}
	return t.end()
}

func (j *job) deploymentsOf(ctx context.Context, list predicate.Deployment, t *table) error {
	for after := uuid.Nil; ; {
		rows, err := j.DB.Deployment.Query().Where(list, deployment.IDGT(after)).Order(ent.Asc(deployment.FieldID)).
			Limit(exportPage).WithApp().All(ctx)
		if err != nil {
			return fmt.Errorf("list deployments: %w", err)
		}
		for _, d := range rows {
			t.row(d.GlobalID().String(), moment(d.CreatedAt), d.Edges.App.Name, d.Ref, d.Commit, d.Subject, d.PusherName, d.KeyFingerprint)
			after = d.ID
		}
		if len(rows) < exportPage {
			return nil
		}
	}
}

// events walks the account's timeline, newest first, and notes the progress
// between two percentages.
func (j *job) events(ctx context.Context, from, to int64, each func(timeline.Event) error) error {
	stream, err := j.DB.Stream.Get(ctx, j.account.ID)
	if err != nil {
		return fmt.Errorf("find timeline: %w", err)
	}
	size, args := int32(exportPage), page.Args{}
	for seen := int64(0); ; {
		args.First = &size
		c, err := j.Log.Page(ctx, j.account.ID, args, timeline.Filter{})
		if err != nil {
			return err
		}
		for _, e := range c.Edges {
			if err := each(e.Node); err != nil {
				return err
			}
		}
		seen += int64(len(c.Edges))
		if err := j.progress(ctx, int32(from+(to-from)*seen/max(1, stream.Seq, seen))); err != nil {
			return err
		}
		if !c.PageInfo.HasNextPage {
			return nil
		}
		args.After = c.PageInfo.EndCursor
	}
}

func (j *job) timelineJSON(ctx context.Context, w io.Writer) error {
	between := "[\n"
	err := j.events(ctx, 20, 60, func(e timeline.Event) error {
		h := timeline.HeadOf(e)
		o := object{
			"id": h.ID, "occurredAt": h.OccurredAt, "type": h.Type, "actor": actorOf(h), "account": h.Account.Username,
			"summary": h.Summary(ctx), "details": e,
		}
		if h.App != nil {
			o["app"] = h.App.Name
		}
		text, err := json.Marshal(o)
		if err == nil {
			_, err = io.WriteString(w, between+string(text))
		}
		between = ",\n"
		return err
	})
	if err != nil {
		return err
	}
	_, err = io.WriteString(w, strings.TrimSuffix(between, ",\n")+"\n]\n")
	return err
}

func (j *job) timelineCSV(ctx context.Context, w io.Writer) error {
	t := newTable(w)
	t.row("id", "occurred_at", "type", "actor", "account", "app", "summary")
	err := j.events(ctx, 60, 100, func(e timeline.Event) error {
		h, name := timeline.HeadOf(e), ""
		if h.App != nil {
			name = h.App.Name
		}
		t.row(h.ID.String(), moment(h.OccurredAt), string(h.Type), actorOf(h), h.Account.Username, name, h.Summary(ctx))
		return t.Error()
	})
	if err != nil {
		return err
	}
	return t.end()
}

// actorOf is the name of who did it, or what sort of party that was.
func actorOf(h *timeline.Head) string {
	if h.Actor.Account != nil {
		return h.Actor.Account.Username
	}
	return strings.ToLower(h.Actor.Kind)
}

func moment(t time.Time) string { return t.UTC().Format(time.RFC3339) }

// A table is a CSV file (RFC 4180) that is safe to open in a spreadsheet.
type table struct{ *csv.Writer }

func newTable(w io.Writer) *table {
	t := &table{csv.NewWriter(w)}
	t.UseCRLF = true
	return t
}

// row writes a row; what goes wrong is told at the end.
func (t *table) row(cells ...string) {
	for i, c := range cells {
		if c != "" && strings.Contains("=+-@\t\r", c[:1]) { // a spreadsheet would compute it
			cells[i] = "'" + c
		}
	}
	_ = t.Write(cells)
}

func (t *table) end() error {
	t.Flush()
	return t.Error()
}
