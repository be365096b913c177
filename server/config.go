package main

import (
	"fmt"
	"net"
	"net/netip"
	"net/url"
	"path/filepath"
	"strings"

	"portico/internal/store"
)

// Config is what an operator sets, by flags or by the environment.
type Config struct {
	Addr           string   `env:"PORTICO_ADDR" default:"127.0.0.1:8080" placeholder:"HOST:PORT" help:"Where HTTP listens."`
	SSHAddr        string   `name:"ssh-addr" env:"PORTICO_SSH_ADDR" default:"127.0.0.1:2222" placeholder:"HOST:PORT" help:"Where git over SSH listens."`
	Data           string   `env:"PORTICO_DATA" default:"./data" placeholder:"FOLDER" help:"The folder for the repositories, the host key and, unless told otherwise, the database."`
	DatabaseURL    string   `env:"PORTICO_DATABASE_URL" placeholder:"URL" help:"postgres://… or the path of a SQLite file; portico.db in the data folder when nothing is said."`
	BaseURL        string   `env:"PORTICO_BASE_URL" default:"http://localhost:8080" placeholder:"URL" help:"The address people use. A page that is asked for under another name is redirected there."`
	AllowedOrigins []string `env:"PORTICO_ALLOWED_ORIGINS" placeholder:"ORIGIN,…" help:"Other sites whose pages may use the API with a visitor's session or a token, such as https://console.example.com."`
	TrustedProxies []string `env:"PORTICO_TRUSTED_PROXIES" placeholder:"ADDRESS,…" help:"Proxies in front of this program, as addresses or networks such as 10.0.0.0/8: what they say of a client's address (X-Forwarded-For) is believed. Nobody else is."`
	SMTP           string   `name:"smtp" env:"PORTICO_SMTP" placeholder:"URL" help:"The mail server: smtp://USER:PASSWORD@HOST:PORT, which insists on STARTTLS unless ?tls=none is said, or smtps://… A sandbox without one keeps letters at /dev/mail."`
	MailFrom       string   `env:"PORTICO_MAIL_FROM" default:"Portico <portico@localhost>" placeholder:"ADDRESS" help:"Whom letters come from."`
	Sandbox        bool     `env:"PORTICO_SANDBOX" help:"A sandbox to try things in: a demo account, nothing real. Listens on loopback only."`
	ForceSandbox   bool     `env:"PORTICO_FORCE_SANDBOX" help:"Let a sandbox listen beyond loopback: everybody who reaches it can sign in to the demo account."`
	LogJSON        bool     `name:"log-json" env:"PORTICO_LOG_JSON" help:"Write log lines as JSON."`
	LogDebug       bool     `name:"log-debug" env:"PORTICO_LOG_DEBUG" help:"Write each request to the log too."`

	base    *url.URL
	proxies []netip.Prefix
}

// check finds out what is wrong before anything is opened, in one clear line,
// and fills in what was left open.
func (c *Config) check() error {
	base, err := url.Parse(c.BaseURL)
	if err != nil || base.Host == "" || base.Scheme != "http" && base.Scheme != "https" || strings.Trim(base.Path, "/") != "" {
		return fmt.Errorf("PORTICO_BASE_URL: %q is not the address of a site, such as https://portico.example.com", c.BaseURL)
	}
	c.base = &url.URL{Scheme: base.Scheme, Host: base.Host}
	for _, o := range c.AllowedOrigins {
		u, err := url.Parse(o)
		if err != nil || u.Host == "" || u.Scheme+"://"+u.Host != o {
			return fmt.Errorf("PORTICO_ALLOWED_ORIGINS: %q is not an origin, such as https://console.example.com", o)
		}
	}
	if err := c.checkListeners(); err != nil {
		return err
	}
	if c.proxies, err = parseProxies(c.TrustedProxies); err != nil {
		return err
	}
	if c.DatabaseURL == "" {
		c.DatabaseURL = filepath.Join(c.Data, "portico.db")
	}
	if strings.Contains(c.DatabaseURL, "://") && !store.IsPostgres(c.DatabaseURL) {
		return fmt.Errorf("PORTICO_DATABASE_URL: give postgres://… or the path of a SQLite file")
	}
	return nil
}

func (c *Config) checkListeners() error {
	for name, addr := range map[string]string{"PORTICO_ADDR": c.Addr, "PORTICO_SSH_ADDR": c.SSHAddr} {
		host, _, err := net.SplitHostPort(addr)
		if err != nil {
			return fmt.Errorf("%s: %q is not HOST:PORT", name, addr)
		}
		if c.Sandbox && !c.ForceSandbox && !isLoopback(host) {
			return fmt.Errorf("%s: a sandbox listens on loopback only, not on %q; --force-sandbox overrides this", name, addr)
		}
	}
	return nil
}

func isLoopback(host string) bool {
	ip, err := netip.ParseAddr(host)
	return host == "localhost" || err == nil && ip.IsLoopback()
}

// origins are those whose pages may use the API: our own and the configured.
func (c *Config) origins() []string {
	return append([]string{c.base.String()}, c.AllowedOrigins...)
}

// gitRemote is the address of an app's repository. The standard port is left out.
func (c *Config) gitRemote(app string) string {
	host := c.base.Hostname()
	if _, port, _ := net.SplitHostPort(c.SSHAddr); port != "22" {
		host = net.JoinHostPort(host, port)
	}
	return "ssh://git@" + host + "/" + app + ".git"
}
