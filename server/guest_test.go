package main

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"portico/ent/migrate"
	"portico/graph/generated"
	"portico/internal/testkit"
)

// R83: whatever a guest sends through a public mutation, a network writes so many rows
// and then none: 250 requests at one time reach each limit, and 50 more write nothing. It
// goes through the schema, so that a new mutation is tested once it is there.
func TestR83_GuestsWriteFewRows(t *testing.T) {
	t.Parallel()
	schema := generated.NewExecutableSchema(generated.Config{}).Schema()
	for _, f := range schema.Mutation.Fields {
		if strings.HasPrefix(f.Name, "__") || f.Directives.ForName("public") == nil {
			continue
		}
		t.Run(f.Name, func(t *testing.T) {
			t.Parallel()
			s := inProcess(t, func(c *Config) {
				c.GithubClientID, c.GithubClientSecret = "portico", "secret"
				c.GithubAuthorizeURL, c.GithubTokenURL, c.GithubAPIURL = "https://github.test", "https://github.test", "https://github.test"
			})
			w := writer{schema: schema, t: t}
			all := w.document("all filled in", f)
			query, _, _ := strings.Cut(all.query, f.Name)
			call, _, _ := strings.Cut(strings.TrimPrefix(all.query, query), "{")
			query += call + "{ __typename } }"
			text, err := json.Marshal(all.variables)
			testkit.Must(t, text, err)
			spent := 0.0
			send := func(from, to int) {
				for n := from; n < to; n++ {
					var variables map[string]any
					another := strings.NewReplacer("user-1", fmt.Sprint("user-", n), "plain@", fmt.Sprintf("plain-%d@", n)).Replace(string(text))
					testkit.Must(t, 0, json.Unmarshal([]byte(another), &variables))
					a := s.ask("", query, variables)
					cost, _ := find(a.body, "extensions.cost").(float64)
					if spent += cost; a.code() == "GRAPHQL_VALIDATION_FAILED" || cost == 0 {
						t.Fatalf("%s: %s", query, a.Body)
					}
				}
			}
			none := s.rows()
			send(0, 250)
			before := s.rows()
			if writes := []string{"signUp", "signIn", "requestPasswordReset", "startPasskeySignIn", "startGithubSignIn"}; slices.Contains(writes, f.Name) != (before > none) {
				t.Errorf("it writes %d rows", before-none)
			}
			send(250, 300)
			if after := s.rows(); after != before {
				t.Errorf("%d rows become %d", before, after)
			}
			if spent > rateGuest {
				t.Errorf("the budget of requests limits them too: %v", spent)
			}
		})
	}
}

// rows is how many there are in all tables.
func (s *served) rows() (n int) {
	s.t.Helper()
	for _, table := range migrate.Tables {
		rows, err := s.db.QueryContext(s.t.Context(), `SELECT count(*) FROM "`+table.Name+`"`)
		testkit.Must(s.t, rows, err)
		rows.Next()
		var one int
		testkit.Must(s.t, 0, rows.Scan(&one))
		testkit.Must(s.t, 0, rows.Close())
		n += one
	}
	return n
}
