package ledger_test

import (
	"errors"
	"fmt"
	"math"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/account"
	"portico/ent/privacy"
	"portico/internal/ledger"
	"portico/internal/money"
	"portico/internal/page"
	"portico/internal/store"
	"portico/internal/testkit"
	"portico/internal/viewer"
)

func TestL1_WhatIsNoPostingIsRefused(t *testing.T) {
	t.Parallel()
	b := newBook(t)
	ada := b.customer()
	good := b.issued(ada, 1000, 190)
	for name, c := range map[string]struct {
		change func(*ledger.Posting)
		want   error
	}{
		"a cent too much": {func(p *ledger.Posting) { p.Entries[0].Amount++ }, ledger.ErrUnbalanced},
		"one side":        {func(p *ledger.Posting) { p.Entries = p.Entries[:1] }, ledger.ErrUnbalanced},
		"nothing":         {func(p *ledger.Posting) { p.Entries = nil }, ledger.ErrEmpty},
		"a zero": {func(p *ledger.Posting) {
			p.Entries = append(p.Entries, ledger.Debit(ledger.BadDebt, 0))
		}, ledger.ErrZero},
		"a sum that wraps around": {func(p *ledger.Posting) {
			p.Entries = []ledger.Entry{{ledger.Card, math.MaxInt64}, {ledger.PayPal, math.MaxInt64}, {ledger.Revenue, 2}}
		}, money.ErrTooLarge},
		"the least amount": {func(p *ledger.Posting) { p.Entries[0].Amount = math.MinInt64 }, money.ErrTooLarge},
		"dollars":          {func(p *ledger.Posting) { p.Currency = "USD" }, ledger.ErrCurrency},
		"an account of no book": {func(p *ledger.Posting) {
			p.Entries[1].Account = "PETTY_CASH"
		}, ledger.ErrAccount},
		"an account twice": {func(p *ledger.Posting) { p.Entries[2].Account = ledger.Revenue }, ledger.ErrAccount},
		"nobody's":         {func(p *ledger.Posting) { p.Customer = uuid.Nil }, ledger.ErrCustomer},
		"no key":           {func(p *ledger.Posting) { p.Key = "" }, ledger.ErrKey},
		"no kind":          {func(p *ledger.Posting) { p.Kind = "GIFT" }, ledger.ErrKey},
		"no time":          {func(p *ledger.Posting) { p.At = time.Time{} }, ledger.ErrKey},
	} {
		p := good
		p.Entries = append([]ledger.Entry{}, good.Entries...)
		c.change(&p)
		if _, err := b.post(p); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
		if _, err := b.post(b.issued(ada, 5, 1), p); !errors.Is(err, c.want) {
			t.Errorf("%s, among others: %v, want %v", name, err, c.want)
		}
	}
	if _, err := b.post(b.issued(uuid.New(), 1000, 190)); err == nil {
		t.Error("there is no such customer")
	}
	if text := b.dump(); text != "" {
		t.Errorf("something was posted:\n%s", text)
	}
	good.Currency = money.EUR
	b.mustPost(good)
	b.sound()
}

// No sum becomes an amount that the database can't hold.
func TestABalanceThatIsTooLargeIsRefused(t *testing.T) {
	t.Parallel()
	b := newBook(t)
	ada, most := b.customer(), money.Cents(1<<52)
	b.mustPost(b.moved(ledger.Prepaid, ada, most))
	for _, all := range [][]ledger.Posting{
		{b.moved(ledger.Prepaid, ada, 1)},
		{b.moved(ledger.Prepaid, ada, most), b.moved(ledger.Prepaid, ada, -most)},
	} {
		if _, err := b.post(all...); !errors.Is(err, money.ErrTooLarge) {
			t.Errorf("%v", err)
		}
	}
	var all []ledger.Posting
	for range 1000 {
		all = append(all, b.moved(ledger.Prepaid, ada, most))
	}
	if _, err := b.post(all...); !errors.Is(err, money.ErrTooLarge) {
		t.Errorf("%v", err)
	}
	if got := b.balance(ada, ledger.Prepaid); got != most {
		t.Errorf("%d", got)
	}
	b.sound()
}

func TestWhatIsPostedIsShown(t *testing.T) {
	t.Parallel()
	b := newBook(t)
	ada, bob := b.Account("ada"), b.Account("bob")
	me := viewer.ID(ada)
	b.mustPost(b.moved(ledger.Prepaid, me, 5000), b.issued(me, 1000, 190), b.issued(viewer.ID(bob), 700, 133))
	b.mustPost(b.posting("attempt:1:ok", me, ledger.Debit(ledger.Prepaid, 1190), ledger.Credit(ledger.Receivable, 1190)))
	for a, want := range map[ledger.Account]money.Cents{ledger.Prepaid: 3810, ledger.Receivable: 0, ledger.Referral: 0} {
		got, err := b.Ledger.Balance(ada, me, a)
		if testkit.Must(t, got, err); got != want {
			t.Errorf("%s: %d, want %d", a, got, want)
		}
		if got, err = b.Ledger.Balance(bob, me, a); got != 0 || err != nil {
			t.Errorf("bob sees %s of ada's: %d, %v", a, got, err)
		}
	}
	for a, want := range map[ledger.Account]money.Cents{ledger.PayPal: 5000, ledger.Revenue: 1700, ledger.VAT: 323, ledger.Card: 0} {
		got, err := b.Ledger.House(b.system, a)
		if testkit.Must(t, got, err); got != want {
			t.Errorf("%s of the house: %d, want %d", a, got, want)
		}
		if got, err = b.Ledger.House(ada, a); got != 0 || err != nil {
			t.Errorf("ada sees %s of the house: %d, %v", a, got, err)
		}
	}
	testkit.Must(t, 0, store.Do(ada, b.DB, func(tx *ent.Tx) error {
		if _, err := b.Ledger.Post(ada, tx, b.moved(ledger.Prepaid, me, 100)); err != nil {
			return err
		}
		in, err := b.Ledger.BalanceIn(ada, tx, me, ledger.Prepaid)
		if before := b.balance(me, ledger.Prepaid); in != 3910 || before != 3810 {
			t.Errorf("%d within the transaction, %d before its commit", in, before)
		}
		return err
	}))
	b.sound()
}

func TestEntriesComeByPages(t *testing.T) {
	t.Parallel()
	b := newBook(t)
	ada, bob := b.Account("ada"), b.Account("bob")
	me := viewer.ID(ada)
	for i := range 5 {
		b.mustPost(b.moved(ledger.Prepaid, me, money.Cents(i+1)), b.issued(me, 10, 2), b.moved(ledger.Prepaid, viewer.ID(bob), 77))
	}
	b.mustPost(b.moved(ledger.Prepaid, me, -4))
	first, got := int32(4), ""
	args := page.Args{First: &first}
	for {
		c, err := b.Ledger.Entries(ada, me, ledger.Prepaid, args)
		testkit.Must(t, c, err)
		for _, e := range c.Edges {
			got += fmt.Sprint(ledger.Change(e.Node), "→", ledger.After(e.Node), e.Node.Edges.Posting.Kind, " ")
		}
		if got += "| "; !c.PageInfo.HasNextPage {
			break
		}
		args.After = c.PageInfo.EndCursor
	}
	if want := "-4→11ISSUE 5→15ISSUE 4→10ISSUE 3→6ISSUE | 2→3ISSUE 1→1ISSUE | "; got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
	c, err := b.Ledger.Entries(bob, me, ledger.Prepaid, page.Args{})
	if testkit.Must(t, c, err); len(c.Edges) != 0 {
		t.Errorf("bob sees %d of ada's", len(c.Edges))
	}
}

// However many are posted at once, the statements are the same few.
func TestStatementsOfAPosting(t *testing.T) {
	t.Parallel()
	b := newBook(t)
	ada := b.customer()
	count := func(what string, want int, all ...ledger.Posting) {
		t.Helper()
		ctx, ran := testkit.Counting(b.system)
		testkit.Must(t, 0, store.Do(ctx, b.DB, func(tx *ent.Tx) error {
			_, err := b.Ledger.PostAll(ctx, tx, all)
			return err
		}))
		if ran.Count() != want {
			t.Errorf("%s: %d statements, want %d\n%s", what, ran.Count(), want, ran)
		}
	}
	one := b.issued(ada, 1000, 190)
	count("one", 3, one)
	count("again", 3, one)
	count("of the house", 2, b.posting("x", uuid.Nil, ledger.Debit(ledger.Refunds, 1), ledger.Credit(ledger.Card, 1)))
	count("none", 0)
	var many []ledger.Posting
	for range 100 {
		c := b.customer()
		many = append(many, b.issued(c, 1000, 190), b.moved(ledger.Prepaid, c, 10), b.moved(ledger.Referral, c, 10))
	}
	count("many", 3, many...)
	count("some of them again", 5, append(many, b.issued(ada, 1, 2))...)
	ctx, ran := testkit.Counting(b.system)
	_, err := b.Ledger.Balance(ctx, ada, ledger.Prepaid)
	if testkit.Must(t, 0, err); ran.Count() != 1 {
		t.Errorf("a balance: %d statements", ran.Count())
	}
	b.sound()
}

// More than fit into a statement are posted in several.
func TestManyPostings(t *testing.T) {
	t.Parallel()
	b := newBook(t)
	ada, all := b.customer(), []ledger.Posting{}
	for range 2300 {
		all = append(all, b.posting("x:"+uuid.NewString(), ada, ledger.Debit(ledger.Receivable, 10), ledger.Credit(ledger.Prepaid, 1), ledger.Credit(ledger.Referral, 1),
			ledger.Credit(ledger.Revenue, 1), ledger.Credit(ledger.VAT, 1), ledger.Credit(ledger.Card, 1), ledger.Credit(ledger.SEPA, 5)))
	}
	b.mustPost(all...)
	b.mustPost(b.issued(ada, 1, 1))
	repeated, err := b.post(all...)
	if testkit.Must(t, repeated, err); len(repeated) != len(all) {
		t.Errorf("%d were posted again", len(all)-len(repeated))
	}
	if got := b.balance(ada, ledger.Receivable); got != 23_002 {
		t.Errorf("%d", got)
	}
	b.sound()
}

// Two debits of one credit at once never take more than there is, even if somebody
// forgot to lock the account.
func TestL3_DebitsAtOnceLeaveNoCreditNegative(t *testing.T) {
	t.Parallel()
	b := newBook(t)
	for round := range 12 {
		ada := b.customer()
		b.mustPost(b.moved(ledger.Prepaid, ada, 100))
		var wg sync.WaitGroup
		var went, refused atomic.Int64
		for range 4 {
			wg.Go(func() {
				err := store.Do(b.system, b.DB, func(tx *ent.Tx) error {
					if round%2 == 0 {
						if err := b.DB.Lock(b.system, tx, account.Table, ada); err != nil {
							return err
						}
					}
					_, err := b.Ledger.Post(b.system, tx, b.moved(ledger.Prepaid, ada, -40))
					return err
				})
				var short *ledger.InsufficientCreditError
				switch {
				case err == nil:
					went.Add(1)
				case errors.As(err, &short) && short.Missing == 20 && short.Customer == ada && short.Account == ledger.Prepaid:
					refused.Add(1)
				default:
					t.Error(err)
				}
			})
		}
		wg.Wait()
		if left := b.balance(ada, ledger.Prepaid); went.Load() != 2 || refused.Load() != 2 || left != 20 {
			t.Errorf("%d went through, %d were refused, %d are left", went.Load(), refused.Load(), left)
		}
	}
	b.sound()
}

// Of several that post a key at once, one does.
func TestL4_AKeyIsPostedOnceByManyAtOnce(t *testing.T) {
	t.Parallel()
	b := newBook(t)
	for round := range 8 {
		ada := b.customer()
		p := b.issued(ada, 1000, 190)
		var wg sync.WaitGroup
		var posted, repeated, refused atomic.Int64
		for n := range 4 {
			wg.Go(func() {
				mine := p
				if n == 0 {
					mine = b.posting(p.Key, ada, ledger.Debit(ledger.Receivable, 7), ledger.Credit(ledger.Revenue, 7))
				}
				again, err := store.InTx(b.system, b.DB, func(tx *ent.Tx) (bool, error) {
					if round%2 == 0 {
						if err := b.DB.Lock(b.system, tx, account.Table, ada); err != nil {
							return false, err
						}
					}
					return b.Ledger.Post(b.system, tx, mine)
				})
				switch {
				case errors.Is(err, ledger.ErrKeyReused):
					refused.Add(1)
				case err != nil:
					t.Error(err)
				case again:
					repeated.Add(1)
				default:
					posted.Add(1)
				}
			})
		}
		wg.Wait()
		one := posted.Load() == 1 && (repeated.Load() == 2 && refused.Load() == 1 || repeated.Load() == 0 && refused.Load() == 3)
		if got := b.balance(ada, ledger.Receivable); !one || got != 1190 && got != 7 {
			t.Errorf("%d posted it, %d repeated it, %d were refused; %d is owed", posted.Load(), repeated.Load(), refused.Load(), got)
		}
	}
	b.sound()
}

// The database itself refuses what the ledger refuses.
func TestTheTablesCheckWhatIsPosted(t *testing.T) {
	t.Parallel()
	b := newBook(t)
	ada := b.customer()
	b.mustPost(b.moved(ledger.Prepaid, ada, 100))
	p := b.DB.Posting.Query().OnlyIDX(b.system)
	insert := func(account string, holder any, amount int64, balance any) (string, []any) {
		return "INSERT INTO ledger_entries (posting_id, ledger_account, account_id, amount, balance) VALUES ($1, $2, $3, $4, $5)",
			[]any{p, account, holder, amount, balance}
	}
	for name, c := range map[string]struct {
		check   string
		account string
		holder  any
		amount  int64
		balance any
	}{
		"credit below zero":         {"ledger_entry_credit", "REFERRAL", ada, 5, int64(5)},
		"nothing":                   {"ledger_entry_amount", "CARD", nil, 0, nil},
		"somebody on revenue":       {"ledger_entry_holder", "REVENUE", ada, -5, int64(-5)},
		"nobody on a receivable":    {"ledger_entry_holder", "RECEIVABLE", nil, 5, nil},
		"no balance of a customer":  {"ledger_entry_balance", "RECEIVABLE", ada, 5, nil},
		"a balance of the house":    {"ledger_entry_balance", "REVENUE", nil, -5, int64(-5)},
		"an account a second time":  {"ledger_account", "PAYPAL", nil, 5, nil},
		"one that is right goes by": {"", "REVENUE", nil, 5, nil},
	} {
		back := errors.New("roll back")
		err := store.Do(b.system, b.DB, func(tx *ent.Tx) error {
			query, args := insert(c.account, c.holder, c.amount, c.balance)
			if _, err := tx.ExecContext(b.system, query, args...); err != nil {
				return err
			}
			return back
		})
		if c.check == "" && !errors.Is(err, back) || c.check != "" && !strings.Contains(fmt.Sprint(err), c.check) {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, statement := range []string{"UPDATE ledger_balances SET currency = 'USD'", "INSERT INTO postings (id, key, kind, currency, occurred_at) SELECT '0190163d-8694-739b-aea5-966c26f8ad91', 'y', kind, 'USD', occurred_at FROM postings"} {
		err := store.Do(b.system, b.DB, func(tx *ent.Tx) error { _, err := tx.ExecContext(b.system, statement); return err })
		if err == nil || !strings.Contains(err.Error(), "_currency") {
			t.Errorf("%s: %v", statement, err)
		}
	}
}

// A customer with entries can't be deleted, as nobody's account is: it is emptied.
func TestTheRowOfACustomerStays(t *testing.T) {
	t.Parallel()
	b := newBook(t)
	ada := b.customer()
	b.mustPost(b.issued(ada, 100, 19))
	err := store.Do(b.system, b.DB, func(tx *ent.Tx) error { return tx.Account.DeleteOneID(ada).Exec(b.system) })
	if !ent.IsConstraintError(err) {
		t.Errorf("%v", err)
	}
}

func TestOnlyThePlatformAudits(t *testing.T) {
	t.Parallel()
	b := newBook(t)
	if _, err := b.Ledger.Audit(b.Account("ada")); !errors.Is(err, privacy.Deny) {
		t.Errorf("%v", err)
	}
}
