package desk

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"frontdesk/internal/models"
)

// Secrets turns PINs and passwords into what may be stored.
type Secrets interface {
	Hide(pin string) (secret string, err error)
	Fits(secret, pin string) bool
}

// Names seals the names of operators.
type Names interface {
	SealName(code, name string) (blob []byte, keyID string, err error)
	OpenName(code, keyID string, blob []byte) (string, error)
}

// NewOperator is somebody who begins to work with the program.
type NewOperator struct {
	Code string // empty: made of her number
	Name string
	Role models.Role
	PIN  string
}

// Bounds of what is told of an operator, in characters.
const (
	shortestPIN   = 6
	longestPIN    = 64
	longestName   = 60
	mostOperators = 99
)

var (
	operatorCode = regexp.MustCompile(`^[a-z][a-z0-9]{1,19}$`)
	// reservedCodes stand in records that nobody made in person.
	reservedCodes = []string{Nobody, CommandLine, "simulasi", "centre"}
)

// Operators lists who works here, by number, with their names where the mall's
// key is at hand.
func (d *Desk) Operators(ctx context.Context) ([]models.Operator, error) {
	stored, err := d.store.Operators(ctx)
	list := make([]models.Operator, len(stored))
	for i, o := range stored {
		list[i] = d.named(o)
	}
	return list, err
}

// named opens an operator's name; without the key she is shown by her code.
func (d *Desk) named(o models.StoredOperator) models.Operator {
	if d.names == nil {
		return o.Operator
	}
	if name, err := d.names.OpenName(o.Code, o.KeyID, o.SealedName); err == nil {
		o.Name = name
	}
	return o.Operator
}

// AddOperator lets somebody work with the program. The first one is the
// administrator, and from then on somebody must sign in. Errors: KindUsage for
// a code, name, role or PIN that will not do; KindRefused for a code in use,
// for a first one of another role, and while the mall's key is not at hand.
func (d *Desk) AddOperator(ctx context.Context, n NewOperator) (models.Operator, error) {
	if err := d.may(models.ActionOperators); err != nil {
		return models.Operator{}, err
	}
	n.Name = strings.Join(strings.Fields(n.Name), " ")
	if err := checkOperator(n); err != nil {
		return models.Operator{}, err
	}
	secret, err := d.secrets.Hide(n.PIN)
	if err != nil {
		return models.Operator{}, err
	}
	o := models.StoredOperator{Secret: secret, Operator: models.Operator{Code: n.Code, Role: n.Role, CreatedAt: d.clock.Now()}}
	err = d.store.Write(ctx, func(tx models.Tx) error {
		if o.Code, o.Number, err = placeFor(tx, n); err != nil {
			return err
		}
		if o.SealedName, o.KeyID, err = d.names.SealName(o.Code, n.Name); err != nil {
			return err
		}
		return d.saveOperator(tx, o, "add "+string(o.Role))
	})
	if err != nil {
		return models.Operator{}, err
	}
	return d.named(o), d.MeetPeople(ctx)
}

func checkOperator(n NewOperator) error {
	switch {
	case n.Code != "" && (!operatorCode.MatchString(n.Code) || slices.Contains(reservedCodes, n.Code)):
		return models.Misuse("operator.code", n.Code)
	case n.Name == "" || utf8.RuneCountInString(n.Name) > longestName:
		return models.Misuse("operator.name", longestName)
	case !slices.Contains(models.Roles, n.Role):
		return models.Misuse("operator.role", string(n.Role), roleNames())
	}
	return CheckPIN(n.PIN)
}

func roleNames() []string {
	names := make([]string, len(models.Roles))
	for i, r := range models.Roles {
		names[i] = string(r)
	}
	return names
}

// CheckPIN refuses a PIN that is too short or too long, and those that are
// tried first: one character again and again, or keys in a row.
func CheckPIN(pin string) error {
	letters := []rune(pin)
	if len(letters) < shortestPIN || len(letters) > longestPIN {
		return models.Misuse("operator.pin_length", shortestPIN, longestPIN)
	}
	step := letters[1] - letters[0]
	if step < -1 || step > 1 {
		return nil
	}
	for i := 2; i < len(letters); i++ {
		if letters[i]-letters[i-1] != step {
			return nil
		}
	}
	return models.Misuse("operator.pin_simple")
}

// placeFor finds a free code and the lowest free number.
func placeFor(tx models.Tx, n NewOperator) (code string, number int, err error) {
	list, err := tx.Operators()
	if err != nil {
		return "", 0, err
	}
	if len(list) == 0 && n.Role != models.RoleAdministrator {
		return "", 0, models.Refuse("operator.first")
	}
	taken, codes := map[int]bool{}, map[string]bool{}
	for _, o := range list {
		taken[o.Number], codes[o.Code] = true, true
	}
	for number = 1; taken[number] || n.Code == "" && codes[fmt.Sprint("p", number)]; number++ {
	}
	if number > mostOperators {
		return "", 0, models.Refuse("operator.full", mostOperators)
	}
	code = n.Code
	if code == "" {
		code = fmt.Sprint("p", number)
	}
	if codes[code] {
		return "", 0, models.Refuse("operator.taken", code)
	}
	return code, number, nil
}

// SetRole trusts an operator with something else. Errors: KindUsage for an
// unknown operator or role, KindRefused for the last administrator.
func (d *Desk) SetRole(ctx context.Context, code string, role models.Role) error {
	if !slices.Contains(models.Roles, role) {
		return models.Misuse("operator.role", string(role), roleNames())
	}
	return d.changeOperator(ctx, code, "role "+string(role), func(o *models.StoredOperator) { o.Role = role })
}

// Disable keeps an operator from signing in, or lets her again. Her records
// keep her code. Errors are those of SetRole.
func (d *Desk) Disable(ctx context.Context, code string, disabled bool) error {
	why := "enable"
	if disabled {
		why = "disable"
	}
	return d.changeOperator(ctx, code, why, func(o *models.StoredOperator) { o.Disabled = disabled })
}

// SetPIN gives an operator a new PIN; she has no pause to wait out after it.
// Who is signed in may change her own. Errors: KindUsage for an unknown
// operator and a PIN that will not do.
func (d *Desk) SetPIN(ctx context.Context, code, pin string) error {
	if err := CheckPIN(pin); err != nil {
		return err
	}
	if on := d.duty.Load(); on.locked || on.operator.Code != code {
		if err := d.may(models.ActionOperators); err != nil {
			return err
		}
	}
	return d.putPIN(ctx, code, pin, "pin")
}

// RecoverPIN is SetPIN for who proved the mall's recovery words: the way back
// when no administrator knows her PIN any more.
func (d *Desk) RecoverPIN(ctx context.Context, code, pin string) error {
	if err := CheckPIN(pin); err != nil {
		return err
	}
	return d.putPIN(ctx, code, pin, "pin by recovery words")
}

func (d *Desk) putPIN(ctx context.Context, code, pin, why string) error {
	secret, err := d.secrets.Hide(pin)
	if err != nil {
		return err
	}
	return d.rewriteOperator(ctx, code, why, func(o *models.StoredOperator) {
		o.Secret, o.Failures, o.NextTry = secret, 0, time.Time{}
	})
}

func (d *Desk) changeOperator(ctx context.Context, code, why string, change func(*models.StoredOperator)) error {
	if err := d.may(models.ActionOperators); err != nil {
		return err
	}
	return d.rewriteOperator(ctx, code, why, change)
}

func (d *Desk) rewriteOperator(ctx context.Context, code, why string, change func(*models.StoredOperator)) error {
	err := d.store.Write(ctx, func(tx models.Tx) error {
		o, err := operatorOf(tx, code)
		if err != nil {
			return err
		}
		change(&o)
		if err := d.saveOperator(tx, o, why); err != nil {
			return err
		}
		return checkAdministrator(tx)
	})
	if err != nil {
		return err
	}
	return d.MeetPeople(ctx)
}

func (d *Desk) saveOperator(tx models.Tx, o models.StoredOperator, why string) error {
	if err := tx.SaveOperator(o); err != nil {
		return err
	}
	return tx.NoteDeed(models.Deed{Kind: models.DeedOperator, Entity: "operators", RowID: o.Code, Why: why})
}

// checkAdministrator keeps a mall from having nobody who may add operators.
func checkAdministrator(tx models.Tx) error {
	list, err := tx.Operators()
	if err != nil {
		return err
	}
	if !slices.ContainsFunc(list, func(o models.StoredOperator) bool { return o.Role == administrator && !o.Disabled }) {
		return models.Refuse("operator.last_administrator")
	}
	return nil
}
