package graph_test

import (
	"go/ast"
	"go/token"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"

	gql "github.com/vektah/gqlparser/v2/ast"

	"portico/ent"
	"portico/graph"
	"portico/graph/generated"
	"portico/internal/emailchange"
	"portico/internal/platform"
	"portico/internal/testkit"
	"portico/internal/timeline"
	"portico/internal/viewer"
)

// rights are the directives that say who may use a field.
var rights = []string{"public", "requires", "session", "sudo", "operator"}

func schema() *gql.Schema { return generated.NewExecutableSchema(generated.Config{}).Schema() }

func TestR29_EveryWayInDeclaresItsRight(t *testing.T) {
	t.Parallel()
	s, public := schema(), []string{}
	for _, name := range []string{"Query", "Mutation", "Subscription", "Viewer"} {
		for _, f := range s.Types[name].Fields {
			if strings.HasPrefix(f.Name, "__") {
				continue
			}
			declared := 0
			for _, right := range rights {
				declared += len(f.Directives.ForNames(right))
			}
			if declared != 1 {
				t.Errorf("%s.%s: declare @public, @requires(scope: …), @session, @sudo or @operator(scope: …), one of them", name, f.Name)
			}
			if f.Directives.ForName("public") != nil {
				public = append(public, name+"."+f.Name)
			}
		}
	}
	want := []string{
		"Mutation.cancelAccountDeletion", "Mutation.cancelEmailChangeByLink", "Mutation.checkEmailChangeLink", "Mutation.confirmAccountDeletion", "Mutation.confirmEmailChange", "Mutation.requestPasswordReset", "Mutation.resetPassword",
		"Mutation.revertEmailChange", "Mutation.revokeLeakedApiToken", "Mutation.signIn", "Mutation.signInWithPasskey", "Mutation.signOut", "Mutation.signUp",
		"Mutation.startGithubSignIn", "Mutation.startPasskeySignIn",
		"Mutation.unlockSignIn", "Mutation.verifyEmail", "Mutation.verifySecondFactor", "Query.node", "Query.nodes", "Query.plans", "Query.rateLimit", "Query.serverInfo", "Query.viewer",
	}
	if slices.Sort(public); !slices.Equal(public, want) {
		t.Errorf("public are %v, want %v: what nobody has to sign in for is argued for here", public, want)
	}
}

// R90: a count reads what it counts, so each has a price.
func TestR90_CountsHavePrices(t *testing.T) {
	t.Parallel()
	counts := 0
	for name, def := range schema().Types {
		if def.Kind != gql.Object || def.Fields.ForName("totalCount") == nil {
			continue
		}
		counts++
		if graph.Prices[name+".totalCount"].Own < 2 {
			t.Errorf("%s.totalCount has no price in graph.Prices: 2, or 50 where what it counts has no limit", name)
		}
	}
	if counts == 0 {
		t.Error("nothing is counted")
	}
}

func TestEverythingIsDescribed(t *testing.T) {
	t.Parallel()
	s := schema()
	check := func(what, description string) {
		if strings.TrimSpace(description) == "" {
			t.Errorf("%s has no description", what)
		}
	}
	args := func(what string, args gql.ArgumentDefinitionList) {
		for _, a := range args {
			check(what+"("+a.Name+":)", a.Description)
		}
	}
	n := 0
	for name, d := range s.Types {
		if d.BuiltIn {
			continue
		}
		n++
		check(name, d.Description)
		for _, f := range d.Fields {
			if !strings.HasPrefix(f.Name, "__") {
				check(name+"."+f.Name, f.Description)
				args(name+"."+f.Name, f.Arguments)
			}
		}
		for _, v := range d.EnumValues {
			check(name+"."+v.Name, v.Description)
		}
	}
	for _, name := range rights {
		check("@"+name, s.Directives[name].Description)
		args("@"+name, s.Directives[name].Arguments)
	}
	if n < 50 {
		t.Errorf("only %d types were looked at", n)
	}
}

func values(name string) (all []string) {
	for _, v := range schema().Types[name].EnumValues {
		all = append(all, v.Name)
	}
	slices.Sort(all)
	return all
}

// constants are the string constants of the program, by package and name.
func constants(t *testing.T) map[string]string {
	t.Helper()
	found := map[string]string{}
	for _, file := range testkit.Sources(t) {
		for _, d := range file.Decls {
			g, ok := d.(*ast.GenDecl)
			if !ok || g.Tok != token.CONST {
				continue
			}
			for _, spec := range g.Specs {
				v := spec.(*ast.ValueSpec)
				for i, name := range v.Names {
					if i < len(v.Values) {
						if text, ok := literal(v.Values[i]); ok {
							found[file.Name.Name+"."+name.Name] = text
						}
					}
				}
			}
		}
	}
	return found
}

func literal(e ast.Expr) (string, bool) {
	l, ok := e.(*ast.BasicLit)
	if !ok || l.Kind != token.STRING {
		return "", false
	}
	text, err := strconv.Unquote(l.Value)
	return text, err == nil
}

// The codes of user errors in Go, wherever one is made, are those of the enum.
func TestUserErrorCodesAreThoseInUse(t *testing.T) {
	t.Parallel()
	known, used := constants(t), map[string]bool{}
	for path, file := range testkit.Sources(t) {
		for call, in := range testkit.Calls(file, "problem.In") {
			code, ok := literal(call.Args[1])
			switch arg := call.Args[1].(type) {
			case *ast.SelectorExpr:
				code, ok = known["problem."+arg.Sel.Name], true
			case *ast.Ident:
				code, ok = known[file.Name.Name+"."+arg.Name], true
			}
			if used[code] = true; !ok || code == "" {
				t.Errorf("%s:%s: the code is not written there", path, in)
			}
		}
	}
	if got, want := slices.Sorted(maps.Keys(used)), values("UserErrorCode"); !slices.Equal(got, want) {
		t.Errorf("Go uses\n%v, the enum has\n%v", got, want)
	}
}

// Each type of event has a value of the enum and an object type with what every
// event has.
func TestEveryTypeOfEventIsInTheSchema(t *testing.T) {
	t.Parallel()
	var names []string
	for _, name := range timeline.EventTypes() {
		names = append(names, strings.ToUpper(string(name)))
	}
	slices.Sort(names)
	if !slices.Equal(names, values("TimelineEventType")) || len(names) < 15 {
		t.Errorf("Go has\n%v, the enum\n%v", names, values("TimelineEventType"))
	}
	s := schema()
	for _, of := range names {
		name := ""
		for _, word := range strings.Split(strings.ToLower(of), "_") {
			name += strings.ToUpper(word[:1]) + word[1:]
		}
		d := s.Types[name+"Event"]
		if d == nil || !slices.Contains(d.Interfaces, "TimelineEvent") {
			t.Errorf("%s has no type %sEvent that is a TimelineEvent", of, name)
		}
	}
	types := slices.DeleteFunc(slices.Clone(s.GetPossibleTypes(s.Types["TimelineEvent"])), func(d *gql.Definition) bool { return d.Kind != gql.Object })
	if got := len(types); got != len(names) {
		t.Errorf("%d object types, %d types of event", got, len(names))
	}
}

// Closed lists that Go and the schema both have.
func TestEnumsAreThoseOfGo(t *testing.T) {
	t.Parallel()
	known := constants(t)
	var reasons []string
	for _, name := range []string{"NoSuchApp", "AccountSuspended", "ReviewApp", "TooLarge", "TooManyBranches", "OverQuota", "InvalidObjects", "Refused"} {
		reasons = append(reasons, known["timeline."+name])
	}
	var rights []string
	for _, r := range platform.Owner.Rights(&ent.App{}) {
		rights = append(rights, string(r))
	}
	for enum, want := range map[string][]string{
		"GitPushDenialReason": reasons,
		"AppRight":            rights,
		"AppStopReason":       {string(timeline.StoppedByUser), string(timeline.StoppedForPayment), string(timeline.StoppedByOperator)},
		"EmailChangeStep":     {emailchange.ConfirmNewEmail, emailchange.ConfirmOldEmail, emailchange.Wait},
		"AppRole":             {string(platform.Owner), string(platform.Collaborator), string(platform.Limited)},
		"ProfileField":        {"USERNAME", "FULL_NAME", "LOCATION", "COMPANY", "NEWSLETTER", "LANGUAGE", "THEME", "TIME_ZONE"},
	} {
		if slices.Sort(want); !slices.Equal(values(enum), want) {
			t.Errorf("%s has %v, Go %v", enum, values(enum), want)
		}
	}
}

// R52: the SDL says which scopes are not for tokens that are confined to apps.
func TestR52AccountWideScopesSaySo(t *testing.T) {
	t.Parallel()
	for _, scope := range schema().Types["Scope"].EnumValues {
		said := strings.Contains(scope.Description, "Not available to tokens confined to apps.")
		if said == viewer.Confinable(scope.Name) {
			t.Errorf("%s: its description and viewer.Confinable differ", scope.Name)
		}
	}
}
