package store_test

import (
	"context"
	"strings"
	"sync"
	"testing"
	"time"

	"frontdesk/internal/desk"
	"frontdesk/internal/guard"
	"frontdesk/internal/models"
)

// ownPIN is the PIN of every operator of these tests.
const ownPIN = "482915"

// staffed is a desk with one operator of each role; their codes are their
// roles. Nobody is signed in.
func staffed(t testing.TB) *bench {
	t.Helper()
	b := openDesk(t, 1)
	b.hire(t)
	return b
}

// hire makes the operators of staffed.
func (b *bench) hire(t testing.TB) {
	t.Helper()
	b.withPeople(t)
	for _, role := range []models.Role{models.RoleAdministrator, models.RoleSupervisor, models.RoleReceptionist, models.RoleCounter, models.RoleGuide} {
		if role == models.RoleSupervisor {
			b.signIn(t, models.RoleAdministrator)
		}
		n := desk.NewOperator{Code: string(role), Name: "Uji " + string(role), Role: role, PIN: ownPIN}
		if _, err := b.AddOperator(context.Background(), n); err != nil {
			t.Fatal(err)
		}
	}
	if err := b.SignOut(context.Background()); err != nil {
		t.Fatal(err)
	}
}

// withPeople is the same desk with what operators need; weak parameters keep
// the tests quick.
func (b *bench) withPeople(t testing.TB) {
	t.Helper()
	b.parts.Names = b.parts.Sealer.(desk.Names)
	b.parts.Secrets = guard.PINs{Entropy: zeros{}, Memory: 8, Passes: 1, Threads: 1}
	b.Desk = desk.New(b.parts)
	b.sign()
	if err := b.MeetPeople(context.Background()); err != nil {
		t.Fatal(err)
	}
}

func (b *bench) signIn(t testing.TB, role models.Role) {
	t.Helper()
	if err := b.SignIn(context.Background(), string(role), ownPIN); err != nil {
		t.Fatal(err)
	}
}

func keyOf(err error) string { return models.SaysOf(err).Key }

func TestAMallWithoutOperatorsWorksAsBefore(t *testing.T) {
	b := openDesk(t, 1)
	b.withPeople(t)
	r := b.mustCheckIn(t, desk.CheckIn{Errands: errands("POS-01")})
	if r.Visit.OperatorID != "meja" || b.People() {
		t.Errorf("recorded by %q; operators: %v", r.Visit.OperatorID, b.People())
	}
	if err := b.Lock(context.Background()); keyOf(err) != "lock.nobody" {
		t.Errorf("locking said %v", err)
	}
}

func TestTheFirstOperatorIsAnAdministratorAndThenSomebodyMustSignIn(t *testing.T) {
	b := openDesk(t, 1)
	b.withPeople(t)
	ctx := context.Background()
	n := desk.NewOperator{Name: "Uji Pertama", Role: models.RoleReceptionist, PIN: ownPIN}
	if _, err := b.AddOperator(ctx, n); keyOf(err) != "operator.first" {
		t.Errorf("a first receptionist: %v", err)
	}
	n.Role = models.RoleAdministrator
	first, err := b.AddOperator(ctx, n)
	if err != nil || first.Code != "p1" || first.Number != 1 || first.Name != "Uji Pertama" {
		t.Fatalf("%+v, %v", first, err)
	}
	if _, err := b.CheckIn(ctx, desk.CheckIn{Errands: errands("POS-01")}); keyOf(err) != "rights.nobody" {
		t.Errorf("nobody checked in: %v", err)
	}
	if err := b.SignIn(ctx, "p1", ownPIN); err != nil {
		t.Fatal(err)
	}
	if r := b.mustCheckIn(t, desk.CheckIn{Errands: errands("POS-01")}); r.Visit.OperatorID != "p1" {
		t.Errorf("recorded by %q", r.Visit.OperatorID)
	}
}

func TestWhatWillNotDoForAnOperatorIsRefusedInWords(t *testing.T) {
	b := staffed(t)
	b.signIn(t, models.RoleAdministrator)
	good := desk.NewOperator{Code: "ani1", Name: "Uji", Role: models.RoleCounter, PIN: ownPIN}
	for want, change := range map[string]func(*desk.NewOperator){
		"operator.code":       func(n *desk.NewOperator) { n.Code = "meja" },
		"operator.name":       func(n *desk.NewOperator) { n.Name = "  " },
		"operator.role":       func(n *desk.NewOperator) { n.Role = "boss" },
		"operator.pin_length": func(n *desk.NewOperator) { n.PIN = "12894" },
		"operator.pin_simple": func(n *desk.NewOperator) { n.PIN = "345678" },
		"operator.taken":      func(n *desk.NewOperator) { n.Code = "guide" },
	} {
		n := good
		change(&n)
		if _, err := b.AddOperator(context.Background(), n); keyOf(err) != want {
			t.Errorf("%s: %v", want, err)
		}
	}
	for _, pin := range []string{"000000", "987654", "aaaaaaa"} {
		if keyOf(desk.CheckPIN(pin)) != "operator.pin_simple" {
			t.Errorf("%s will do", pin)
		}
	}
}

func TestTheLastAdministratorStays(t *testing.T) {
	b := staffed(t)
	b.signIn(t, models.RoleAdministrator)
	ctx := context.Background()
	if err := b.Disable(ctx, "administrator", true); keyOf(err) != "operator.last_administrator" {
		t.Errorf("disabled: %v", err)
	}
	if err := b.SetRole(ctx, "administrator", models.RoleGuide); keyOf(err) != "operator.last_administrator" {
		t.Errorf("made a guide: %v", err)
	}
	if err := b.SetRole(ctx, "supervisor", models.RoleAdministrator); err != nil {
		t.Fatal(err)
	}
	if err := b.Disable(ctx, "administrator", true); err != nil {
		t.Errorf("with a second one: %v", err)
	}
	if _, _, ok := b.OnDuty(); ok {
		t.Error("a disabled operator is still on duty")
	}
}

func TestWrongAttemptsSlowDownAndNeverLockOutForEver(t *testing.T) {
	b := staffed(t)
	ctx := context.Background()
	for i, want := range []int{1, 2, 4, 8, 16, 32, 60, 60} {
		err := b.SignIn(ctx, "guide", "000111")
		if says := models.SaysOf(err); says.Key != "sign_in.wrong" || says.Args[0] != want {
			t.Fatalf("attempt %d: %v", i+1, err)
		}
		if err := b.SignIn(ctx, "guide", ownPIN); keyOf(err) != "sign_in.wait" {
			t.Fatalf("too early after attempt %d: %v", i+1, err)
		}
		b.now = b.now.Add(time.Duration(want) * time.Second)
	}
	if err := b.SignIn(ctx, "guide", ownPIN); err != nil {
		t.Errorf("the right PIN at last: %v", err)
	}
	err := b.SignIn(ctx, "guide", "000111")
	if says := models.SaysOf(err); says.Key != "sign_in.wrong" || says.Args[0] != 1 {
		t.Errorf("after a right one the pause begins anew: %v", err)
	}
}

func TestAPauseSurvivesARestartAndAnotherDeskAndAClockSetBack(t *testing.T) {
	place := newPlace(t)
	b := deskOn(t, place, 1)
	b.hire(t)
	ctx := context.Background()
	for range 4 {
		_ = b.SignIn(ctx, "guide", "000111")
		b.now = b.now.Add(8 * time.Second)
	}
	b.now = b.now.Add(-8 * time.Second)
	again := deskOn(t, place, 1)
	again.now = b.now
	again.withPeople(t)
	if err := again.SignIn(ctx, "guide", ownPIN); keyOf(err) != "sign_in.wait" {
		t.Errorf("another program: %v", err)
	}
	again.now = again.now.Add(-24 * time.Hour)
	if err := again.SignIn(ctx, "guide", ownPIN); err != nil {
		t.Errorf("after the clock was set back: %v", err)
	}
}

func TestManyAttemptsAtOnceCountOneByOne(t *testing.T) {
	b := staffed(t)
	var tried, early sync.Map
	var work sync.WaitGroup
	for i := range 12 {
		work.Go(func() {
			switch key := keyOf(b.SignIn(context.Background(), "guide", "000111")); key {
			case "sign_in.wrong":
				tried.Store(i, true)
			case "sign_in.wait":
				early.Store(i, true)
			default:
				t.Errorf("attempt %d: %q", i, key)
			}
		})
	}
	work.Wait()
	n := 0
	tried.Range(func(any, any) bool { n++; return true })
	if n != 1 {
		t.Errorf("%d PINs were tried within one instant", n)
	}
}

func TestAShiftChangeAndALockAreProvable(t *testing.T) {
	b := staffed(t)
	start := len(b.chain(t))
	ctx := context.Background()
	b.signIn(t, models.RoleReceptionist)
	if err := b.Lock(ctx); err != nil {
		t.Fatal(err)
	}
	if _, err := b.CheckIn(ctx, desk.CheckIn{Errands: errands("POS-01")}); keyOf(err) != "rights.locked" {
		t.Errorf("behind the lock: %v", err)
	}
	b.signIn(t, models.RoleReceptionist)
	_ = b.SignIn(ctx, "supervisor", "000111")
	if who, _, _ := b.OnDuty(); who.Code != "receptionist" {
		t.Errorf("a wrong PIN of another put %q on duty", who.Code)
	}
	b.now = b.now.Add(time.Second)
	b.signIn(t, models.RoleSupervisor)
	var got []string
	for _, e := range b.chain(t)[start:] {
		got = append(got, e.Operator+" "+string(e.Kind)+" "+e.RowID)
	}
	want := []string{"receptionist sign_in receptionist", "receptionist lock receptionist", "receptionist unlock receptionist",
		"receptionist wrong_pin supervisor", "receptionist sign_out receptionist", "supervisor sign_in supervisor"}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("noted\n%s", strings.Join(got, "\n"))
	}
}

func TestNeitherPINNorNameStandsInTheDatabase(t *testing.T) {
	b := staffed(t)
	stored, err := b.store.Operators(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range stored {
		if o.Name != "" || strings.Contains(string(o.SealedName), "Uji") || strings.Contains(o.Secret, ownPIN) {
			t.Errorf("%s: %q %s", o.Code, o.SealedName, o.Secret)
		}
	}
	named, err := b.Desk.Operators(context.Background())
	if err != nil || named[0].Name != "Uji administrator" {
		t.Errorf("%+v, %v", named, err)
	}
}

func TestAnotherProgramHearsOfTheFirstOperator(t *testing.T) {
	place := newPlace(t)
	a, b := deskOn(t, place, 1), deskOn(t, place, 1)
	b.withPeople(t)
	a.hire(t)
	if err := b.MeetPeople(context.Background()); err != nil || !b.People() {
		t.Errorf("%v, operators: %v", err, b.People())
	}
	b.signIn(t, models.RoleGuide)
	a.signIn(t, models.RoleAdministrator)
	if err := a.SetRole(context.Background(), "guide", models.RoleSupervisor); err != nil {
		t.Fatal(err)
	}
	if err := b.MeetPeople(context.Background()); err != nil || !b.May(models.ActionReports) {
		t.Errorf("%v, a new role does not hold", err)
	}
}

func TestCommandsActAsAReceptionist(t *testing.T) {
	b := staffed(t)
	b.ServeCommands()
	if r := b.mustCheckIn(t, desk.CheckIn{Errands: errands("POS-01")}); r.Visit.OperatorID != "cli" {
		t.Errorf("recorded by %q", r.Visit.OperatorID)
	}
	if b.May(models.ActionOperators) || !b.May(models.ActionSync) {
		t.Error("commands have other rights than a receptionist")
	}
}

func TestAForgottenPINIsReplaced(t *testing.T) {
	b := staffed(t)
	ctx := context.Background()
	b.signIn(t, models.RoleGuide)
	if err := b.SetPIN(ctx, "guide", "719385"); err != nil {
		t.Errorf("her own: %v", err)
	}
	if err := b.SetPIN(ctx, "supervisor", "719385"); keyOf(err) != "rights.refused" {
		t.Errorf("another's: %v", err)
	}
	if err := b.RecoverPIN(ctx, "administrator", "719385"); err != nil {
		t.Fatal(err)
	}
	if err := b.SignIn(ctx, "administrator", "719385"); err != nil {
		t.Error(err)
	}
}

func TestThirtyLookUpsAnHourWithoutAVisitThenASupervisor(t *testing.T) {
	b := staffed(t)
	ctx := context.Background()
	look := func() string {
		_, err := b.Returning(ctx, models.ByNIK, "6402011203900001")
		return keyOf(err)
	}
	b.signIn(t, models.RoleReceptionist)
	for i := range 30 {
		if key := look(); key != "" {
			t.Fatalf("look-up %d: %s", i+1, key)
		}
	}
	if look() != "look_up.limit" {
		t.Error("a 31st one went through")
	}
	b.now = b.now.Add(time.Second)
	b.mustCheckIn(t, desk.CheckIn{Errands: errands("POS-01")})
	if look() != "" || look() != "look_up.limit" {
		t.Error("a visit gives one look-up back")
	}
	if err := b.AllowLookUps(ctx, "receptionist"); keyOf(err) != "rights.refused" {
		t.Errorf("she allowed herself more: %v", err)
	}
	b.signIn(t, models.RoleSupervisor)
	if err := b.AllowLookUps(ctx, "receptionist"); err != nil {
		t.Fatal(err)
	}
	b.signIn(t, models.RoleReceptionist)
	if key := look(); key != "" {
		t.Errorf("after a supervisor allowed more: %s", key)
	}
	b.now, b.storeNow = b.now.Add(2*time.Hour), b.now.Add(2*time.Hour)
	if key := look(); key != "" {
		t.Errorf("two hours later: %s", key)
	}
}
