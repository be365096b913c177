package metering_test

import (
	"context"
	"database/sql"
	"fmt"
	"net/url"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"entgo.io/ent/dialect"
	"github.com/jackc/pgx/v5/stdlib"

	"portico/ent"
	"portico/internal/catalog"
	"portico/internal/metering"
	"portico/internal/store"
	"portico/internal/testkit"
	"portico/internal/viewer"
)

// A fleet is a number of accounts with up to five lifespans each in October: a web that
// began before the month and still runs, a worker that changes its size, a database, and
// a one-off of some minutes. What M and postgresql-s cost changes within the month.
type fleet struct {
	*testkit.World
	system   context.Context
	from, to time.Time
	accounts int
}

func newFleet(t testing.TB, accounts int) *fleet {
	f := &fleet{
		World: testkit.New(t), system: viewer.AsSystem(t.Context()), accounts: accounts,
		from: time.Date(2026, 10, 1, 0, 0, 0, 0, time.UTC), to: time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC),
	}
	f.Clock.Move(f.from.Sub(f.Clock.Now()))
	_, err := f.Catalog.Apply(t.Context(), dearer.Replace(catalog.Default))
	testkit.Must(t, 0, err)
	f.Clock.Move(f.to.Sub(f.Clock.Now()) + 6*time.Hour)
	f.fill()
	return f
}

// dearer has two plans cost more from a minute of October on.
var dearer = strings.NewReplacer(
	"microsPerHour: 20000}", "microsPerHour: 20000}\n      - {validFrom: 2026-10-15T12:30Z, microsPerHour: 21001}",
	"microsPerHour: 12000}", "microsPerHour: 12000}\n      - {validFrom: 2026-10-20T00:00Z, microsPerHour: 13007}",
)

// shapes are the lifespans of the i-th account, in SQL. Times are minutes of the month.
var shapes = []struct{ kind, resource, plan, quantity, start, end string }{
	{"CONTAINER", "web", "CASE i % 4 WHEN 0 THEN 'S' WHEN 1 THEN 'L' ELSE 'M' END", "1 + i % 3", "-40000 - i % 1000", "NULL"},
	{"CONTAINER", "worker", "'M'", "1 + i % 2", "-300 - i % 5000", "9000 + i % 20000"},
	{"CONTAINER", "worker", "CASE i % 2 WHEN 0 THEN 'M' ELSE 'XL' END", "1", "9000 + i % 20000", "30000 + i % 14000"},
	{"DATABASE", "postgresql", "CASE i % 8 WHEN 0 THEN 'postgresql-m' ELSE 'postgresql-s' END", "1", "i % 30000", "NULL"},
	{"ONE_OFF", "", "'M'", "1", "20000 + i % 20000", "20003 + i % 20000 + i % 7"},
}

// fill writes the rows with one statement for each shape. Every 50th account has none.
func (f *fleet) fill() {
	instant := func(minute string) string {
		return fmt.Sprintf("strftime('%%Y-%%m-%%d %%H:%%M:%%S+00:00', %d + 60 * (%s), 'unixepoch')", f.from.Unix(), minute)
	}
	id := func(group int) string { return fmt.Sprintf("printf('%08x-0000-7000-8000-%%012x', i)", group) }
	if f.DB.Dialect() == dialect.Postgres {
		instant = func(minute string) string { return fmt.Sprintf("to_timestamp(%d + 60 * (%s))", f.from.Unix(), minute) }
		id = func(group int) string {
			return fmt.Sprintf("CAST('%08x-0000-7000-8000-' || lpad(to_hex(i), 12, '0') AS uuid)", group)
		}
	}
	each := fmt.Sprintf("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d) ", f.accounts)
	f.exec(each + "INSERT INTO accounts (id, created_at, username, email, email_key) SELECT " + id(1) + ", " + instant("-50000") + ", 'a' || i, 'a' || i, 'a' || i FROM n")
	for n, s := range shapes {
		end, reason := "NULL", "NULL"
		if s.end != "NULL" {
			end, reason = instant(s.end), "'ENDED'"
		}
		values := []string{
			id(10 + n), id(1), id(2), "'shop'", "'" + s.kind + "'", "'" + s.resource + "'", id(20 + n),
			s.plan, s.quantity, instant(s.start), instant(s.start), end, end, reason,
		}
		f.exec(each + "INSERT INTO lifespans (id, account_id, app_id, app_name, kind, resource, resource_id, plan, quantity, " +
			"started_at, billed_from, ended_at, billed_to, end_reason) SELECT " + strings.Join(values, ", ") + " FROM n WHERE i % 50 <> 0")
		if f.accounts >= 100_000 {
			fmt.Fprintf(os.Stderr, "wrote %d of %d lifespans\n", (n+1)*f.accounts, len(shapes)*f.accounts)
		}
	}
	f.exec("ANALYZE")
}

func (f *fleet) exec(statement string) {
	f.T.Helper()
	testkit.Must(f.T, 0, store.Do(f.system, f.DB, func(tx *ent.Tx) error {
		_, err := tx.ExecContext(f.system, statement)
		return err
	}))
}

// A sum is what a month comes to: lines, unit minutes, and cents.
type sum struct{ lines, minutes, cents int64 }

// ours is the month as it is billed.
func (f *fleet) ours() (s sum) {
	f.T.Helper()
	testkit.Must(f.T, 0, f.Meter.EachAccount(f.system, f.from, f.to, func(u metering.AccountUsage) error {
		for _, l := range u.Lines {
			s = sum{s.lines + 1, s.minutes + l.UnitMinutes, s.cents + int64(l.Amount)}
		}
		return nil
	}))
	return s
}

// oneStatement is the same month, calculated only by the database. Its placeholders are
// those of PostgreSQL, its functions those of SQLite.
const oneStatement = `
WITH prices AS (
	SELECT plans.name AS plan, micros_per_hour AS micros, lead(valid_from) OVER w AS ends,
		CASE row_number() OVER w WHEN 1 THEN NULL ELSE valid_from END AS starts
	FROM plan_prices JOIN plans ON plans.id = plan_id WINDOW w AS (PARTITION BY plan_id ORDER BY valid_from)
), lines AS (
	SELECT account_id, micros, CAST(sum(quantity * (
		unixepoch(min(coalesce(ends, $2), coalesce(billed_to, $2), $2)) - unixepoch(max(coalesce(starts, $1), billed_from, $1))) / 60) AS bigint) AS minutes
	FROM lifespans l JOIN prices p ON p.plan = l.plan
	WHERE billed_from < $2 AND (billed_to IS NULL OR billed_to > $1)
		AND (ends IS NULL OR ends > max(billed_from, $1)) AND (starts IS NULL OR starts < min(coalesce(billed_to, $2), $2))
	GROUP BY account_id, app_id, kind, CASE kind WHEN 'ONE_OFF' THEN '' ELSE resource END, l.plan, starts, micros
)
SELECT CAST(sum(lines) AS bigint), CAST(sum(minutes) AS bigint), CAST(sum((micros + 300000) / 600000) AS bigint)
FROM (SELECT count(*) AS lines, CAST(sum(minutes) AS bigint) AS minutes, CAST(sum(minutes * micros) AS bigint) AS micros FROM lines GROUP BY account_id) a`

func (f *fleet) oneStatement() (s sum) {
	f.T.Helper()
	statement := strings.ReplaceAll(oneStatement, "$", "?")
	if f.DB.Dialect() == dialect.Postgres {
		statement = strings.NewReplacer("min(", "least(", "max(", "greatest(", "unixepoch(", "extract(epoch FROM ").Replace(oneStatement)
	}
	rows, err := f.DB.QueryContext(f.system, statement, f.from, f.to)
	testkit.Must(f.T, rows, err)
	defer rows.Close()
	if !rows.Next() {
		f.T.Fatal(rows.Err())
	}
	testkit.Must(f.T, 0, rows.Scan(&s.lines, &s.minutes, &s.cents))
	return s
}

// A copied counts the bytes of a COPY.
type copied int64

func (c *copied) Write(p []byte) (int, error) {
	*c += copied(len(p))
	return len(p), nil
}

// copy reads the lifespans of the month, in the columns that a line needs, as fast as
// PostgreSQL sends them, and does nothing with them.
func (f *fleet) copy(conn *sql.Conn, order string) (n copied) {
	f.T.Helper()
	statement := fmt.Sprintf(`COPY (
		SELECT account_id, app_id, kind, resource, plan, quantity, billed_from, billed_to FROM lifespans
		WHERE billed_from < '%s' AND (billed_to IS NULL OR billed_to > '%s') %s
	) TO STDOUT`, f.to.Format(time.RFC3339), f.from.Format(time.RFC3339), order)
	testkit.Must(f.T, 0, conn.Raw(func(c any) error {
		_, err := c.(*stdlib.Conn).Conn().PgConn().CopyTo(f.system, &n, statement)
		return err
	}))
	return n
}

// connection is one to the fleet's database on PostgreSQL, past the store.
func (f *fleet) connection() *sql.Conn {
	f.T.Helper()
	rows, err := f.DB.QueryContext(f.system, "SELECT current_database()")
	testkit.Must(f.T, rows, err)
	defer rows.Close()
	var name string
	if rows.Next() {
		testkit.Must(f.T, 0, rows.Scan(&name))
	}
	address, err := url.Parse(os.Getenv(testkit.Cluster))
	testkit.Must(f.T, address, err).Path = "/" + name
	db, err := sql.Open("pgx", address.String())
	f.T.Cleanup(func() { _ = testkit.Must(f.T, db, err).Close() })
	conn, err := db.Conn(f.system)
	return testkit.Must(f.T, conn, err)
}

// A rival does what ours is compared with.
type rival struct {
	metric string
	run    func()
}

// BenchmarkMonth bills a month of 100,000 accounts with five lifespans each, up to the
// priced lines, and compares the time with
//
//   - on SQLite, one statement that calculates the same lines and returns only their sums;
//   - on PostgreSQL, COPY of the same lifespans to nowhere: in the order of accounts, as
//     they are billed, and in the order in which they are stored, which needs no sorting.
//
// The ratios are the medians of rounds in which everything runs once; more than 1 is
// faster than the rival.
func BenchmarkMonth(b *testing.B) {
	const rounds = 5
	f := newFleet(b, 100_000)
	rivals := []rival{{"x_of_one_statement", func() { f.oneStatement() }}}
	if f.DB.Dialect() == dialect.Postgres {
		conn := f.connection()
		rivals = []rival{
			{"x_of_copy_by_account", func() { f.copy(conn, "ORDER BY account_id") }},
			{"x_of_copy", func() { f.copy(conn, "") }},
		}
	}
	if got, want := f.ours(), f.oneStatement(); got != want {
		b.Fatalf("%v, and in one statement %v", got, want)
	}
	for b.Loop() {
		ratios := make([][]float64, len(rivals))
		var spent []float64
		for range rounds {
			ours := took(func() { f.ours() })
			spent = append(spent, float64(f.accounts)/ours.Seconds())
			for i, r := range rivals {
				ratios[i] = append(ratios[i], took(r.run).Seconds()/ours.Seconds())
			}
		}
		for i, r := range rivals {
			b.ReportMetric(median(ratios[i]), r.metric)
		}
		b.ReportMetric(median(spent), "accounts/s")
	}
}

func took(fn func()) time.Duration {
	start := time.Now()
	fn()
	return time.Since(start)
}

func median(all []float64) float64 {
	slices.Sort(all)
	return all[len(all)/2]
}
