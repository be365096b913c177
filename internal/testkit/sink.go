package testkit

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"io"
	"math/big"
	"net"
	"sync"
	"testing"
	"time"

	"github.com/emersion/go-sasl"
	"github.com/emersion/go-smtp"
)

// A Sink is a mail server that keeps what it is sent.
type Sink struct {
	Addr string // host:port
	Pool *x509.CertPool

	// Refuse says no to a recipient, where it is set.
	Refuse func(to string) error
	// Password is asked of the user "portico", where it is set.
	Password string
	// NoSMTPUTF8 takes addresses in ASCII only.
	NoSMTPUTF8 bool
	// Rude hangs up after it took an email.
	Rude bool

	mu       sync.Mutex
	received []Received
}

// A Received email is one as it was sent.
type Received struct {
	From      string
	To        []string
	Data      []byte
	Encrypted bool
	SMTPUTF8  bool // was asked for
}

// NewSink starts a mail server. set changes what it does before it listens.
func NewSink(t testing.TB, set ...func(*Sink)) *Sink {
	t.Helper()
	s := &Sink{}
	for _, fn := range set {
		fn(s)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	s.Addr = Must(t, l, err).Addr().String()
	server := smtp.NewServer(smtp.BackendFunc(func(c *smtp.Conn) (smtp.Session, error) { return &delivery{sink: s, conn: c}, nil }))
	server.Domain, server.EnableSMTPUTF8 = "sink.test", !s.NoSMTPUTF8
	server.TLSConfig = &tls.Config{Certificates: []tls.Certificate{s.certificate(t)}, MinVersion: tls.VersionTLS12}
	done := make(chan struct{})
	go func() {
		defer close(done)
		_ = server.Serve(l)
	}()
	t.Cleanup(func() {
		_ = server.Close()
		_ = l.Close() // the server may not know it yet
		<-done
	})
	return s
}

// Received is what came so far.
func (s *Sink) Received() []Received {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]Received(nil), s.received...)
}

// certificate makes one for this machine, which only the sink's pool trusts.
func (s *Sink) certificate(t testing.TB) tls.Certificate {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	Must(t, key, err)
	template := &x509.Certificate{
		SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "sink.test"}, IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)},
		NotBefore: time.Unix(0, 0), NotAfter: time.Now().AddDate(1, 0, 0),
	}
	der, err := x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key)
	Must(t, der, err)
	parsed, err := x509.ParseCertificate(der)
	s.Pool = x509.NewCertPool()
	s.Pool.AddCert(Must(t, parsed, err))
	return tls.Certificate{Certificate: [][]byte{der}, PrivateKey: key}
}

// A delivery is one email on its way in.
type delivery struct {
	sink     *Sink
	conn     *smtp.Conn
	signedIn bool
	Received
}

func (d *delivery) AuthMechanisms() []string { return []string{sasl.Plain} }

func (d *delivery) Auth(string) (sasl.Server, error) {
	return sasl.NewPlainServer(func(_, user, password string) error {
		if d.signedIn = user == "portico" && password == d.sink.Password; !d.signedIn {
			return smtp.ErrAuthFailed
		}
		return nil
	}), nil
}

func (d *delivery) Mail(from string, options *smtp.MailOptions) error {
	if d.sink.Password != "" && !d.signedIn {
		return smtp.ErrAuthRequired
	}
	d.From, d.SMTPUTF8 = from, options.UTF8
	return nil
}

func (d *delivery) Rcpt(to string, _ *smtp.RcptOptions) error {
	if d.sink.Refuse != nil {
		if err := d.sink.Refuse(to); err != nil {
			return err
		}
	}
	d.To = append(d.To, to)
	return nil
}

func (d *delivery) Data(r io.Reader) error {
	data, err := io.ReadAll(r)
	if err != nil {
		return err
	}
	_, d.Encrypted = d.conn.TLSConnectionState()
	d.Received.Data = data
	d.sink.mu.Lock()
	d.sink.received = append(d.sink.received, d.Received)
	d.sink.mu.Unlock()
	return nil
}

// Reset comes after each email.
func (d *delivery) Reset() {
	if d.sink.Rude && d.Received.Data != nil {
		_ = d.conn.Conn().Close()
	}
	d.Received = Received{}
}

func (d *delivery) Logout() error { return nil }
