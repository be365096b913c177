package main

import (
	"cmp"
	"fmt"
	"net"
	"net/netip"
	"net/url"
	"path/filepath"
	"strings"
	"time"

	"github.com/alecthomas/kong"

	"portico/internal/platform"
	"portico/internal/store"
)

// Storage is where everything is stored: the flags of the commands that work on it.
type Storage struct {
	Data        string `env:"PORTICO_DATA" default:"./data" placeholder:"FOLDER" help:"The folder for the repositories, the host key and, unless told otherwise, the database."`
	DatabaseURL string `env:"PORTICO_DATABASE_URL" placeholder:"URL" help:"postgres://… or the path of a SQLite file; portico.db in the data folder when nothing is said."`

	inData bool // the database is in the data folder
}

// check fills in which database it is.
func (s *Storage) check() error {
	if s.DatabaseURL == "" {
		s.DatabaseURL, s.inData = filepath.Join(s.Data, "portico.db"), true
	}
	if strings.Contains(s.DatabaseURL, "://") && !store.IsPostgres(s.DatabaseURL) {
		return fmt.Errorf("PORTICO_DATABASE_URL: give postgres://… or the path of a SQLite file")
	}
	return nil
}

// config adds what the environment says: everything else that serve has flags for.
func (s Storage) config() (*Config, error) {
	var c Config
	parser, err := kong.New(&c)
	if err != nil {
		return nil, err
	}
	if _, err := parser.Parse(nil); err != nil {
		return nil, err
	}
	c.Storage = s
	return &c, nil
}

// Config is what an operator sets, with flags of serve or environment variables.
type Config struct {
	Addr    string `env:"PORTICO_ADDR" default:"127.0.0.1:8080" placeholder:"HOST:PORT" help:"Where HTTP listens."`
	SSHAddr string `name:"ssh-addr" env:"PORTICO_SSH_ADDR" default:"127.0.0.1:2222" placeholder:"HOST:PORT" help:"Where git over SSH listens."`
	Storage
	BaseURL            string        `env:"PORTICO_BASE_URL" placeholder:"URL" help:"The address people use; localhost with the port of PORTICO_ADDR when nothing is said. A page that is asked for under another name is redirected there."`
	InsecureHTTP       bool          `name:"insecure-http" env:"PORTICO_INSECURE_HTTP" help:"Serve a base URL with http:// beyond localhost, on a network you trust: sessions then travel unencrypted, in cookies that browsers don't protect."`
	AllowedOrigins     []string      `env:"PORTICO_ALLOWED_ORIGINS" placeholder:"ORIGIN,…" help:"Other sites whose pages may use the API with a visitor's session or a token, such as https://console.example.com."`
	TrustedProxies     []string      `env:"PORTICO_TRUSTED_PROXIES" placeholder:"ADDRESS,…" help:"Proxies in front of this program, as addresses or networks such as 10.0.0.0/8: what they say of a client's address (X-Forwarded-For) is believed. Nobody else is."`
	SMTP               string        `name:"smtp" env:"PORTICO_SMTP" placeholder:"URL" help:"The mail server: smtp://USER:PASSWORD@HOST:PORT, which requires STARTTLS unless ?tls=none is given, or smtps://… A sandbox without one keeps emails at /dev/mail."`
	MailFrom           string        `env:"PORTICO_MAIL_FROM" default:"Portico <portico@localhost>" placeholder:"ADDRESS" help:"Whom emails come from."`
	BreachedPasswords  string        `env:"PORTICO_BREACHED_PASSWORDS" placeholder:"FILE" help:"Passwords that nobody may choose: SHA-1 in hex and a count on each line, HASH:COUNT, sorted, as Have I Been Pwned gives them out."`
	DeletionGrace      time.Duration `env:"PORTICO_DELETION_GRACE" default:"336h" placeholder:"TIME" help:"How long the deletion of an account can be canceled after it is confirmed, in hours: 336h are 14 days. 0s removes the personal data right away, unless an old email can still take the account back, for up to 7 days."`
	AppQuota           size          `env:"PORTICO_APP_QUOTA" default:"2GiB" placeholder:"SIZE" help:"How much the repository of one app may take on disk; 0 is no limit."`
	AccountQuota       size          `env:"PORTICO_ACCOUNT_QUOTA" default:"10GiB" placeholder:"SIZE" help:"How much the repositories of all apps of one account may take on disk together; 0 is no limit."`
	Platform           string        `env:"PORTICO_PLATFORM" enum:",simulated,operator" default:"" placeholder:"WHO" help:"Who runs what customers order: operator, whose platform reports what runs with an operator token, or simulated, where Portico plays the platform; only in a sandbox, which is simulated unless told otherwise."`
	BillingGate        platform.Gate `env:"PORTICO_BILLING_GATE" enum:",none,profile,method" default:"" placeholder:"WHAT" help:"What an account needs before anything that costs money starts: none, profile (a billing profile), or method (a payment method as well). A sandbox needs none unless told otherwise, anything else a method."`
	GithubClientID     string        `name:"github-client-id" env:"PORTICO_GITHUB_CLIENT_ID" placeholder:"ID" help:"The OAuth app at GitHub with which people sign in: its callback is /auth/github/callback. Nothing: no sign-in with GitHub, and in a sandbox one that is played."`
	GithubClientSecret string        `name:"github-client-secret" env:"PORTICO_GITHUB_CLIENT_SECRET" placeholder:"SECRET" help:"The secret of the OAuth app."`
	GithubAuthorizeURL string        `name:"github-authorize-url" env:"PORTICO_GITHUB_AUTHORIZE_URL" default:"https://github.com/login/oauth/authorize" placeholder:"URL" help:"Where browsers are sent to sign in with GitHub; another one for GitHub Enterprise."`
	GithubTokenURL     string        `name:"github-token-url" env:"PORTICO_GITHUB_TOKEN_URL" default:"https://github.com/login/oauth/access_token" placeholder:"URL" help:"Where GitHub gives out tokens."`
	GithubAPIURL       string        `name:"github-api-url" env:"PORTICO_GITHUB_API_URL" default:"https://api.github.com" placeholder:"URL" help:"The URL of GitHub's API."`
	Sandbox            bool          `env:"PORTICO_SANDBOX" help:"A sandbox to try things in: a demo account, nothing real. Listens on loopback only."`
	ForceSandbox       bool          `env:"PORTICO_FORCE_SANDBOX" help:"Let a sandbox listen beyond loopback: everybody who reaches it can sign in to the demo account."`
	LogJSON            bool          `name:"log-json" env:"PORTICO_LOG_JSON" help:"Write log lines as JSON."`
	LogDebug           bool          `name:"log-debug" env:"PORTICO_LOG_DEBUG" help:"Write each request to the log too."`

	base    *url.URL
	proxies []netip.Prefix
}

// check reports what is wrong before anything is opened, in one clear line, and fills
// in the defaults.
func (c *Config) check() error {
	if _, port, err := net.SplitHostPort(c.Addr); err == nil && c.BaseURL == "" {
		c.BaseURL = "http://localhost:" + port
	}
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
	if err := c.checkGithub(); err != nil {
		return err
	}
	if c.DeletionGrace < 0 {
		return fmt.Errorf("PORTICO_DELETION_GRACE: %s is in the past; give 0s for no grace at all", c.DeletionGrace)
	}
	if err := c.checkListeners(); err != nil {
		return err
	}
	if err := c.checkPlatform(); err != nil {
		return err
	}
	if c.proxies, err = parseProxies(c.TrustedProxies); err != nil {
		return err
	}
	return c.Storage.check()
}

// checkServing checks what serving needs in addition. Over plain HTTP browsers drop the
// session's cookie, and nobody could sign in.
func (c *Config) checkServing() error {
	if err := c.check(); err != nil {
		return err
	}
	if c.base.Scheme == "https" || c.InsecureHTTP || isLocal(c.base.Hostname()) {
		return nil
	}
	return fmt.Errorf("PORTICO_BASE_URL: %s is not encrypted, so browsers won't keep anyone signed in: use https://, or set PORTICO_INSECURE_HTTP on a network you trust", c.base)
}

// plainCookies reports whether cookies have to do without the features that browsers
// reserve for encrypted sites.
func (c *Config) plainCookies() bool { return c.InsecureHTTP && c.base.Scheme == "http" }

// checkGithub checks the configuration of GitHub sign-in.
func (c *Config) checkGithub() error {
	if c.GithubClientID == "" {
		return nil
	}
	if c.GithubClientSecret == "" {
		return fmt.Errorf("PORTICO_GITHUB_CLIENT_SECRET: give the secret of the OAuth app %s", c.GithubClientID)
	}
	c.GithubAPIURL = strings.TrimRight(c.GithubAPIURL, "/")
	for name, text := range map[string]string{
		"PORTICO_GITHUB_AUTHORIZE_URL": c.GithubAuthorizeURL, "PORTICO_GITHUB_TOKEN_URL": c.GithubTokenURL, "PORTICO_GITHUB_API_URL": c.GithubAPIURL,
	} {
		u, err := url.Parse(text)
		if err != nil || u.Host == "" || u.Scheme != "https" && (u.Scheme != "http" || !isLoopback(u.Hostname())) {
			return fmt.Errorf("%s: %q is not an address that begins with https://", name, text)
		}
	}
	return nil
}

// checkPlatform fills in who runs what is ordered, and what is needed to pay for it.
func (c *Config) checkPlatform() error {
	if c.Platform == simulated && !c.Sandbox {
		return fmt.Errorf("PORTICO_PLATFORM: only a sandbox can simulate the platform: what customers pay for has to run")
	}
	switch {
	case !c.Sandbox:
		c.Platform, c.BillingGate = cmp.Or(c.Platform, "operator"), cmp.Or(c.BillingGate, platform.GateMethod)
	default:
		c.Platform, c.BillingGate = cmp.Or(c.Platform, simulated), cmp.Or(c.BillingGate, platform.GateNone)
	}
	return nil
}

// simulated is the platform that Portico plays itself.
const simulated = "simulated"

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

// isLocal reports whether browsers consider a host to be their own machine, and treat
// it as if it were encrypted.
func isLocal(host string) bool {
	host = strings.ToLower(host)
	return isLoopback(host) || strings.HasSuffix(host, ".localhost")
}

// origins are those whose pages may use the API: our own and the configured ones.
func (c *Config) origins() []string {
	return append([]string{c.base.String()}, c.AllowedOrigins...)
}

// gitRemote is the address of an app's repository. The standard port is omitted.
func (c *Config) gitRemote(app string) string {
	host := c.base.Hostname()
	if _, port, _ := net.SplitHostPort(c.SSHAddr); port != "22" {
		host = net.JoinHostPort(host, port)
	} else if strings.Contains(host, ":") {
		host = "[" + host + "]"
	}
	return "ssh://git@" + host + "/" + app + ".git"
}
