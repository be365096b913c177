package notify

import (
	"crypto/tls"
	"crypto/x509"
)

// Trust has the certificates of a pool trusted.
func (s *SMTP) Trust(pool *x509.CertPool) error {
	return s.client.SetTLSConfig(&tls.Config{ServerName: "127.0.0.1", RootCAs: pool, MinVersion: tls.VersionTLS12})
}
