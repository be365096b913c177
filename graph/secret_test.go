package graph_test

import (
	"slices"
	"strings"
	"testing"

	gql "github.com/vektah/gqlparser/v2/ast"

	"portico/graph"
)

// guesses are the mutations that stand alone in their operation, so that a request
// is one guess at a secret and no more.
var guesses = strings.Fields(`addPasskey cancelAccountDeletion cancelEmailChangeByLink changePassword checkEmailChangeLink confirmAccountDeletion
	confirmEmailChange confirmTotp enterSudo requestPasswordReset resetPassword revertEmailChange revokeLeakedApiToken signIn
	signInWithPasskey signOut signUp startGithubSignIn startPasskeySignIn unlockSignIn verifyEmail verifySecondFactor`)

func TestR35_GuessesAreKnown(t *testing.T) {
	t.Parallel()
	s := schema()
	found := graph.Guesses(s)
	for _, f := range s.Mutation.Fields {
		if got, want := slices.Contains(found, f.Name), slices.Contains(guesses, f.Name); got != want {
			t.Errorf("%s stands alone: %v; the list says %v", f.Name, got, want)
		}
	}
	if len(found) < 5 {
		t.Errorf("only %v stand alone", found)
	}
}

// harmless are the fields of inputs that hold no secret.
var harmless = strings.Fields(`addon addonId addressLine1 addressLine2 amount app appId appIds at branch ceremony challenge city command company
	confirmName containers country email exitCode expiresAt facts from fullName invoiceNote key kind language legalName location login maxMonthly name
	newsletter oldMailboxLost oneOff oneOffId page passkey plan postalCode publicKey recipients role running scopes seconds signature size state status
	theme timeZone to type types until username vatNumber`)

// Every field of an input is a secret or is none: what a new one is must be said,
// so that it stands alone and is looked for in logs.
func TestR33_InputsAreKnownToBeSecretOrNot(t *testing.T) {
	t.Parallel()
	for name, d := range schema().Types {
		if d.Kind != gql.InputObject || strings.HasPrefix(name, "__") {
			continue
		}
		for _, f := range d.Fields {
			if graph.IsSecret(f.Name) == slices.Contains(harmless, f.Name) {
				t.Errorf("%s.%s: is it a secret? Say so in secretFields, or here among the harmless", name, f.Name)
			}
		}
	}
}

// R31: what is emailed comes back in no answer, nobody says of themselves that
// something is verified, and of secrets only those are answered that are shown once.
func TestR31_NoAnswerCarriesAMailedSecret(t *testing.T) {
	t.Parallel()
	shownOnce := map[string]bool{
		"CreateApiTokenPayload.secret": true, "RenewApiTokenPayload.secret": true, // made in the answer, and emailed to nobody
		"StartTotpPayload.secret": true, "ConfirmTotpPayload.recoveryCodes": true, "RenewRecoveryCodesPayload.recoveryCodes": true,
	}
	answers, inputs := 0, 0
	for name, d := range schema().Types {
		for _, f := range d.Fields {
			word, at := strings.ToLower(f.Name), name+"."+f.Name
			switch {
			case strings.HasPrefix(name, "__") || strings.HasPrefix(f.Name, "__"):
			case d.Kind == gql.InputObject:
				inputs++
				if strings.Contains(word, "verified") || strings.Contains(word, "confirmed") || strings.Contains(word, "proven") || strings.Contains(word, "trusted") {
					t.Errorf("%s: nobody is believed that", at)
				}
			case d.Kind == gql.Object || d.Kind == gql.Interface:
				answers++
				if secretWord(word) && f.Type.Name() == "String" && !shownOnce[at] {
					t.Errorf("%s: is a secret answered?", at)
				}
			}
		}
	}
	if answers < 100 || inputs < 10 {
		t.Errorf("only %d fields of answers and %d of inputs were looked at", answers, inputs)
	}
}

func secretWord(word string) bool {
	return slices.ContainsFunc([]string{"secret", "token", "password", "digest", "hash", "recoverycode", "mailedcode", "verifier"}, func(part string) bool {
		return strings.Contains(word, part)
	}) || word == "code"
}
