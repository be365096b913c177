package page_test

import (
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"go/ast"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"
	"pgregory.net/rapid"

	"portico/ent"
	"portico/ent/collaborator"
	"portico/ent/deployment"
	"portico/internal/gid"
	"portico/internal/page"
	"portico/internal/platform"
	"portico/internal/problem"
	"portico/internal/testkit"
	"portico/internal/timeline"
	"portico/internal/viewer"
)

// A list is one that can be paged, with its rows as they are to be called.
type list struct {
	rows  []string
	page  func(page.Args) (result, error)
	other string // a cursor of the same list of somebody else's, "" where lists have no owner
}

// A result is a page of any list.
type result struct {
	rows, cursors []string
	info          *page.Info
	count         int // -1: not told
}

func resultOf[T any](ctx context.Context, c *page.Connection[T], err error, name func(T) string) (result, error) {
	if err != nil {
		return result{}, err
	}
	r := result{info: c.PageInfo, count: -1}
	for _, e := range c.Edges {
		r.rows, r.cursors = append(r.rows, name(e.Node)), append(r.cursors, e.Cursor)
	}
	if c.Count != nil {
		n, err := c.TotalCount(ctx)
		r.count = int(n)
		return r, err
	}
	return r, nil
}

// idOf is an event's id.
func idOf(e timeline.Event) string {
	return reflect.ValueOf(e).Elem().FieldByName("ID").Interface().(gid.ID).String()
}

// lists makes one of each with n rows. Eve has as many.
func lists(t *testing.T, n int) map[string]list {
	w := testkit.New(t)
	ada, eve := w.Account("ada"), w.Verified("eve")
	mine, eves := w.App(ada, "app-x"), w.App(eve, "app-eve")
	apps, members, keys := []string{mine.Name}, []string{}, []string{}
	for i := range n {
		name := fmt.Sprintf("user-%02d", i)
		members = append(members, w.Member(ada, mine, name, w.Account(name), collaborator.RoleLIMITED).ID.String())
		_, err := w.Collaborators.Invite(eve, eves.ID, name, collaborator.RoleLIMITED)
		testkit.Must(t, 0, err)
		for _, who := range []context.Context{eve, ada} {
			k, err := w.Keys.Add(who, name, testkit.PublicKey(t))
			if testkit.Must(t, k, err); who == ada {
				keys = append(keys, k.ID.String())
			}
		}
		apps = append(apps, w.App(ada, fmt.Sprintf("app-%02d", (i*7)%n)).Name)
		w.App(eve, fmt.Sprintf("app-%02d-eve", i))
		w.Deploy(ada, mine, name)
		w.Deploy(eve, eves, name)
	}
	slices.Sort(apps)
	var deployments []string
	for _, id := range w.DB.Deployment.Query().Where(deployment.AppID(mine.ID)).IDsX(viewer.AsSystem(t.Context())) {
		deployments = append(deployments, id.String())
	}
	slices.Sort(deployments)
	for _, newestFirst := range [][]string{members, keys, deployments} {
		slices.Reverse(newestFirst)
	}
	events := func(args page.Args) (result, error) {
		c, err := w.Log.Page(ada, viewer.ID(ada), args, timeline.Filter{})
		if err != nil {
			return result{}, err
		}
		r := result{info: c.PageInfo, count: -1}
		for _, e := range c.Edges {
			r.rows, r.cursors = append(r.rows, idOf(e.Node)), append(r.cursors, e.Cursor)
		}
		return r, nil
	}
	all := int32(100)
	whole, err := events(page.Args{First: &all})
	testkit.Must(t, whole, err)
	head, err := w.Log.Head(eve, viewer.ID(eve))
	testkit.Must(t, head, err)
	return map[string]list{
		"apps": {rows: apps, page: func(args page.Args) (result, error) {
			c, err := w.Apps.Page(ada, args, platform.Filter{})
			return resultOf(ada, c, err, func(a *ent.App) string { return a.Name })
		}},
		"keys": {rows: keys, page: func(args page.Args) (result, error) {
			c, err := w.Keys.Page(ada, args)
			return resultOf(ada, c, err, func(k *ent.SSHKey) string { return k.ID.String() })
		}},
		"collaborators": {rows: members, page: func(args page.Args) (result, error) {
			c, err := w.Collaborators.Page(ada, mine.ID, args)
			return resultOf(ada, c, err, func(c *ent.Collaborator) string { return c.ID.String() })
		}},
		"deployments": {rows: deployments, page: func(args page.Args) (result, error) {
			c, err := w.Deployments.Page(ada, mine.ID, args)
			return resultOf(ada, c, err, func(d *ent.Deployment) string { return d.ID.String() })
		}},
		"timeline": {rows: whole.rows, page: events, other: head},
	}
}

// model is what a page of a plain slice would be; positions are indexes, -1: none.
func model(rows []string, first, last *int32, after, before int) (want []string, next, previous bool) {
	lo, hi := after+1, len(rows)
	if before >= 0 {
		hi = before
	}
	lo = min(lo, hi)
	switch {
	case last != nil:
		want = rows[max(lo, hi-int(*last)):hi]
		return want, before >= 0, hi-lo > len(want)
	case first != nil:
		want = rows[lo:min(hi, lo+int(*first))]
	default:
		want = rows[lo:min(hi, lo+20)]
	}
	return want, hi-lo > len(want), after >= 0
}

func TestPagesAreThoseOfAPlainSlice(t *testing.T) {
	t.Parallel()
	for name, l := range lists(t, 23) {
		t.Run(name, func(t *testing.T) {
			all := int32(100)
			whole, err := l.page(page.Args{First: &all})
			if err != nil || !slices.Equal(whole.rows, l.rows) || len(l.rows) < 23 || whole.count != -1 && whole.count != len(l.rows) {
				t.Fatalf("%d in all: %v, %v; want %v", whole.count, whole.rows, err, l.rows)
			}
			rapid.Check(t, func(t *rapid.T) {
				args, at := page.Args{}, map[string]int{}
				size := rapid.Int32Range(0, int32(len(l.rows)+2)).Draw(t, "size")
				switch rapid.SampledFrom([]string{"first", "last", "neither"}).Draw(t, "end") {
				case "first":
					args.First = &size
				case "last":
					args.Last = &size
				}
				for what, cursor := range map[string]**string{"after": &args.After, "before": &args.Before} {
					if at[what] = rapid.IntRange(-1, len(l.rows)-1).Draw(t, what); at[what] >= 0 {
						*cursor = &whole.cursors[at[what]]
					}
				}
				got, err := l.page(args)
				want, next, previous := model(l.rows, args.First, args.Last, at["after"], at["before"])
				if err != nil || !slices.Equal(got.rows, want) || got.info.HasNextPage != next || got.info.HasPreviousPage != previous {
					t.Fatalf("got %v %+v %v, want %v next %v previous %v", got.rows, got.info, err, want, next, previous)
				}
				var ends []*string
				if n := len(got.cursors); n > 0 {
					ends = []*string{&got.cursors[0], &got.cursors[n-1]}
				}
				if fmt.Sprint(text(got.info.StartCursor), text(got.info.EndCursor)) != fmt.Sprint(text(ends...)) && len(ends) > 0 ||
					len(ends) == 0 && (got.info.StartCursor != nil || got.info.EndCursor != nil) {
					t.Fatalf("ends %+v, want %v", got.info, got.cursors)
				}
			})
		})
	}
}

func text(all ...*string) string {
	var b strings.Builder
	for _, s := range all {
		if s != nil {
			b.WriteString(*s)
		}
	}
	return b.String()
}

func TestSizesAndEnds(t *testing.T) {
	t.Parallel()
	n := func(i int32) *int32 { return &i }
	for name, l := range lists(t, 3) {
		for _, c := range []struct {
			args page.Args
			ok   bool
		}{
			{page.Args{First: n(100)}, true},
			{page.Args{First: n(0)}, true},
			{page.Args{Last: n(100)}, true},
			{page.Args{First: n(101)}, false},
			{page.Args{Last: n(101)}, false},
			{page.Args{First: n(-1)}, false},
			{page.Args{Last: n(-1)}, false},
			{page.Args{First: n(1), Last: n(1)}, false},
			{page.Args{First: n(1 << 30)}, false},
		} {
			if _, err := l.page(c.args); c.ok && err != nil || !c.ok && !badInput(err) {
				t.Errorf("%s, first %v last %v: %v", name, c.args.First, c.args.Last, err)
			}
		}
	}
}

func badInput(err error) bool {
	var r *problem.Refusal
	return errors.As(err, &r) && r.Reason == problem.BadUserInput
}

// R32: a cursor names its list, so no two lists have one name.
func TestR32_ListsHaveNamesOfTheirOwn(t *testing.T) {
	t.Parallel()
	in := map[string]string{}
	for path, file := range testkit.Sources(t) {
		ast.Inspect(file, func(n ast.Node) bool {
			if name := listIn(n); name != "" {
				if in[name] != "" {
					t.Errorf("%s and %s have a list %s: give one of them another name", path, in[name], name)
				}
				in[name] = path
			}
			return true
		})
	}
	if len(in) < 5 {
		t.Errorf("only the lists %v were found", in)
	}
}

// listIn is the name of the list whose order a node of the source makes.
func listIn(n ast.Node) string {
	var name ast.Expr
	switch n := n.(type) {
	case *ast.CallExpr: // page.Newest[Row]("name")
		if of, ok := n.Fun.(*ast.IndexExpr); ok {
			if s, ok := of.X.(*ast.SelectorExpr); ok && s.Sel.Name == "Newest" {
				name = n.Args[0]
			}
		}
	case *ast.KeyValueExpr: // page.Key{List: "name"}
		if key, ok := n.Key.(*ast.Ident); ok && key.Name == "List" {
			name = n.Value
		}
	}
	text, ok := name.(*ast.BasicLit)
	if !ok {
		return ""
	}
	return strings.Trim(text.Value, `"`)
}

// A cursor of another list, of nobody's making, or bent into something else is
// the client's fault: never the server's, and never a look elsewhere.
func TestR32_CursorsCannotBeForged(t *testing.T) {
	t.Parallel()
	all := lists(t, 3)
	own := map[string]string{}
	for name, l := range all {
		r, err := l.page(page.Args{})
		testkit.Must(t, r, err)
		own[name] = r.cursors[0]
	}
	encode := func(s string) string { return base64.RawURLEncoding.EncodeToString([]byte(s)) }
	for name, l := range all {
		cursors := []string{"x", "?", "'; DROP TABLE apps; --", encode("x"), encode("\x00"), own[name] + "=", own[name] + "\n", strings.Repeat("A", 100_000)}
		for _, list := range []string{"apps", "ssh_keys", "collaborators", "deployments", name} {
			cursors = append(cursors, encode(list+"\x00\xff\xfe"), encode(list+"\x00a\x00b"))
			if name != "apps" {
				cursors = append(cursors, encode(list+"\x00"), encode(list+"\x00' OR 1=1"), encode(list+"\x00"+uuid.NewString()+"x"))
			}
		}
		for other, cursor := range own {
			if other != name {
				cursors = append(cursors, cursor)
			}
		}
		if l.other != "" {
			cursors = append(cursors, l.other)
		}
		for _, c := range cursors {
			for _, args := range []page.Args{{After: &c}, {Before: &c}} {
				if r, err := l.page(args); !badInput(err) {
					t.Errorf("%s takes %.60q: %v, %v", name, c, r.rows, err)
				}
			}
		}
	}
}

// A position whose row is gone since is a position still.
func TestAPositionOutlivesItsRow(t *testing.T) {
	t.Parallel()
	w, ada := testkit.WithAccount(t, "ada")
	for _, name := range []string{"app-a", "app-b", "app-c"} {
		w.App(ada, name)
	}
	c, err := w.Apps.Page(ada, page.Args{}, platform.Filter{})
	middle := testkit.Must(t, c, err).Edges[1]
	testkit.Must(t, 0, w.Apps.Delete(ada, middle.Node.ID, "app-b"))
	for _, side := range []struct {
		args page.Args
		want string
	}{{page.Args{After: &middle.Cursor}, "app-c"}, {page.Args{Before: &middle.Cursor}, "app-a"}} {
		c, err := w.Apps.Page(ada, side.args, platform.Filter{})
		if testkit.Must(t, c, err); len(c.Edges) != 1 || c.Edges[0].Node.Name != side.want {
			t.Errorf("%d apps, want %s", len(c.Edges), side.want)
		}
	}
}
