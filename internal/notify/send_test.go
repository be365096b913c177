package notify_test

import (
	"context"
	"io"
	"testing"
	"time"

	"github.com/emersion/go-smtp"
	"github.com/google/uuid"

	"portico/internal/notify"
	"portico/internal/testkit"
)

// What a mail server does not take now is tried again later, and what stands in
// the way is in no email's fate: a wrong password, an unknown certificate.
func TestEmailIsTriedAgain(t *testing.T) {
	t.Parallel()
	w := testkit.New(t)
	busy := true
	sink := testkit.NewSink(t, func(s *testkit.Sink) {
		s.Password = "s3cret"
		s.Refuse = func(string) error {
			if busy {
				return &smtp.SMTPError{Code: 451, EnhancedCode: smtp.EnhancedCode{4, 7, 1}, Message: "greylisted"}
			}
			return nil
		}
	})
	post(w, notify.Written{To: "ada@example.com"})
	stranger, err := notify.NewSMTP("smtp://portico:s3cret@"+sink.Addr, "portico@portico.example", base)
	testkit.Must(t, stranger, err)
	away, err := notify.NewSMTP("smtp://127.0.0.1:1", "portico@portico.example", base)
	testkit.Must(t, away, err)
	for _, s := range []notify.Sender{stranger, away, toSink(t, sink, "portico:wrong@"), toSink(t, sink, ""), toSink(t, sink, "portico:s3cret@")} {
		send(w, s)
		w.Clock.Move(5 * time.Hour)
	}
	if n := len(sink.Received()); n != 0 {
		t.Fatalf("%d were received", n)
	}
	busy = false
	if send(w, toSink(t, sink, "portico:s3cret@")); len(sink.Received()) != 1 {
		t.Error("it was given up")
	}
}

// The waits grow, and after about two days an email is given up.
func TestEmailWaitsLongerEachTime(t *testing.T) {
	t.Parallel()
	w, tries := testkit.New(t), 0
	post(w, notify.Written{To: "ada@example.com"})
	failing := senderFunc(func() error { tries++; return io.ErrUnexpectedEOF })
	began := w.Clock.Now()
	var last, before time.Time
	for seen := 0; w.Clock.Now().Sub(began) < 7*24*time.Hour; w.Clock.Move(30 * time.Second) {
		if send(w, failing); tries > seen {
			if seen > 1 && w.Clock.Now().Sub(last) < last.Sub(before) {
				t.Errorf("try %d waited less than the one before", tries)
			}
			seen, before, last = tries, last, w.Clock.Now()
		}
	}
	if d := last.Sub(began); tries != 12 || d < 12*time.Hour || d > 3*24*time.Hour {
		t.Errorf("%d tries within %v", tries, d)
	}
}

type senderFunc func() error

func (f senderFunc) Send(context.Context, uuid.UUID, notify.Written) error { return f() }

// A recipient that is permanently refused is given up right away, and keeps nobody
// else's email.
func TestRefusedEmailIsGivenUp(t *testing.T) {
	t.Parallel()
	w, asked := testkit.New(t), 0
	sink := testkit.NewSink(t, func(s *testkit.Sink) {
		s.Refuse = func(to string) error {
			if to == "gone@example.com" {
				asked++
				return &smtp.SMTPError{Code: 550, EnhancedCode: smtp.EnhancedCode{5, 1, 1}, Message: "no such mailbox"}
			}
			return nil
		}
	})
	post(w, notify.Written{To: "gone@example.com"})
	post(w, notify.Written{To: "ada@example.com"})
	for range 3 {
		send(w, toSink(t, sink, ""))
		w.Clock.Move(24 * time.Hour)
	}
	if n := len(sink.Received()); n != 1 || asked != 1 {
		t.Errorf("%d received, the refused one asked for %d times", n, asked)
	}
}

// Between sending an email and noting it the program dies: the email comes twice
// at most, known for the same.
func TestCrashAfterSendingSendsTwiceAtMost(t *testing.T) {
	t.Parallel()
	w, sink := testkit.New(t), testkit.NewSink(t)
	way := toSink(t, sink, "")
	post(w, notify.Written{To: "ada@example.com"})
	func() {
		defer func() { _ = recover() }()
		send(w, crashing{way})
	}()
	for range 5 {
		send(w, way) // not before its time is over
	}
	if n := len(sink.Received()); n != 1 {
		t.Fatalf("%d were received while somebody may be sending still", n)
	}
	for range 5 {
		w.Clock.Move(3 * time.Minute)
		send(w, way)
	}
	all := sink.Received()
	if len(all) != 2 {
		t.Fatalf("%d were received", len(all))
	}
	if a, b := readEmail(t, all[0].Data), readEmail(t, all[1].Data); a.Header.Get("Message-Id") != b.Header.Get("Message-Id") {
		t.Errorf("one is %s, the other %s", a.Header.Get("Message-Id"), b.Header.Get("Message-Id"))
	}
}
