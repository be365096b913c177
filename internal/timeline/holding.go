package timeline

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"portico/ent/event"
	"portico/internal/holding"
	"portico/internal/i18n"
	"portico/internal/page"
	"portico/internal/viewer"
)

// Holding is what an account did and what happened to it. It stays, under a pseudonym.
func (l *Log) Holding() holding.Holding {
	return holding.Holding{
		Tables: []string{event.Table},
		Anonymize: func(ctx context.Context, pseudonym string) error {
			return l.Forget(ctx, viewer.ID(ctx), pseudonym)
		},
		Files: []holding.File{
			{Name: "timeline.json", About: i18n.Msg("Everything you did and everything that happened to your account"), Weight: 40, Write: l.exportJSON},
			{Name: "timeline.csv", About: i18n.Msg("The same events as a table"), Weight: 40, Write: l.exportCSV},
		},
	}
}

// each iterates over the viewer's timeline, newest first, and notes the progress.
func (l *Log) each(ctx context.Context, done holding.Progress, do func(Event) error) error {
	me := viewer.ID(ctx)
	stream, err := l.DB.Stream.Get(ctx, me)
	if err != nil {
		return fmt.Errorf("find timeline: %w", err)
	}
	size, args := int32(holding.PageSize), page.Args{}
	for seen := int64(0); ; {
		args.First = &size
		c, err := l.Page(ctx, me, args, Filter{})
		if err != nil {
			return err
		}
		for _, e := range c.Edges {
			if err := do(e.Node); err != nil {
				return err
			}
		}
		seen += int64(len(c.Edges))
		if err := done(ctx, seen, max(1, stream.Seq, seen)); err != nil {
			return err
		}
		if !c.PageInfo.HasNextPage {
			return nil
		}
		args.After = c.PageInfo.EndCursor
	}
}

func (l *Log) exportJSON(ctx context.Context, w io.Writer, done holding.Progress) error {
	between := "[\n"
	err := l.each(ctx, done, func(e Event) error {
		h := HeadOf(e)
		o := holding.Object{
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

func (l *Log) exportCSV(ctx context.Context, w io.Writer, done holding.Progress) error {
	t := holding.NewTable(w, "id", "occurred_at", "type", "actor", "account", "app", "summary")
	err := l.each(ctx, done, func(e Event) error {
		h, name := HeadOf(e), ""
		if h.App != nil {
			name = h.App.Name
		}
		return t.Row(h.ID.String(), holding.Moment(h.OccurredAt), string(h.Type), actorOf(h), h.Account.Username, name, h.Summary(ctx))
	})
	if err != nil {
		return err
	}
	return t.End()
}

// actorOf is the name of the actor, or the actor's type.
func actorOf(h *Head) string {
	if h.Actor.Account != nil {
		return h.Actor.Account.Username
	}
	return strings.ToLower(h.Actor.Kind)
}
