package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"frontdesk/internal/desk"
	"frontdesk/internal/guard"
	"frontdesk/internal/models"
)

// Who acts by a command, and new PINs. A PIN never stands in an argument,
// where other processes and the shell's history would show it.
const (
	pinVariable    = "FRONTDESK_PIN"
	newPINVariable = "FRONTDESK_NEW_PIN"
)

type operatorAnswer struct {
	Code     string `json:"code"`
	Number   int    `json:"number"`
	Name     string `json:"name"`
	Role     string `json:"role"`
	Disabled bool   `json:"disabled"`
	SeenAt   string `json:"seen_at"` // signed in or unlocked last; empty: never
}

func operatorCommand(c *call) *cobra.Command {
	var name, role string
	var recovery bool
	add := &cobra.Command{Use: "add [KODE]", Short: "Tambah petugas; yang pertama administrator", Args: usage(cobra.MaximumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			return c.operatorAdd(cmd, desk.NewOperator{Code: strings.Join(args, ""), Name: name, Role: models.Role(role)})
		}}
	add.Flags().StringVar(&name, "name", "", "nama yang tampil di layar; disimpan tersegel")
	add.Flags().StringVar(&role, "role", string(models.RoleReceptionist), "receptionist|guide|counter|supervisor|administrator")
	list := &cobra.Command{Use: "list", Short: "Daftar petugas", Args: exactly(0),
		RunE: func(cmd *cobra.Command, _ []string) error { return c.operatorList(cmd) }}
	change := &cobra.Command{Use: "role KODE PERAN", Short: "Ubah peran", Args: exactly(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			return c.changePeople(cmd, "operator.role_set", args[0], func(ctx context.Context, d *desk.Desk) error {
				return d.SetRole(ctx, args[0], models.Role(args[1]))
			})
		}}
	password := &cobra.Command{Use: "password KODE", Short: "PIN baru, dari " + newPINVariable + " atau diketik", Args: exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error { return c.operatorPassword(cmd, args[0], recovery) }}
	password.Flags().BoolVar(&recovery, "recovery", false, "dengan kata pemulihan, bila tidak ada administrator yang ingat PIN")
	add.MarkFlagRequired("name")
	disable := c.ableCommand("disable", "Nonaktifkan petugas", true)
	enable := c.ableCommand("enable", "Aktifkan lagi", false)
	allow := &cobra.Command{Use: "allow KODE", Short: "Izinkan lagi mencari orang setelah batas satu jam", Args: exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return c.changePeople(cmd, "operator.allowed", args[0], func(ctx context.Context, d *desk.Desk) error {
				return d.AllowLookUps(ctx, args[0])
			})
		}}
	addJSON(list, c)
	addJSON(add, c)
	return group("operator", "Petugas yang memakai program", add, list, change, password, disable, enable, allow)
}

func (c *call) ableCommand(verb, short string, disabled bool) *cobra.Command {
	return &cobra.Command{Use: verb + " KODE", Short: short, Args: exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return c.changePeople(cmd, "operator."+verb+"d", args[0], func(ctx context.Context, d *desk.Desk) error {
				return d.Disable(ctx, args[0], disabled)
			})
		}}
}

func (c *call) operatorAdd(cmd *cobra.Command, n desk.NewOperator) error {
	p, err := c.open(cmd.Context())
	if err != nil {
		return err
	}
	if n.PIN, err = c.readPIN(newPINVariable, "operator.type_new"); err != nil {
		return err
	}
	o, err := p.Desk.AddOperator(cmd.Context(), n)
	if err != nil {
		return err
	}
	return c.print(operatorJSON(p.Desk, o), func(w io.Writer) {
		fmt.Fprintln(w, c.speak.T("operator.added", o.Code, c.speak.T("role."+string(o.Role))))
	})
}

func operatorJSON(d *desk.Desk, o models.Operator) operatorAnswer {
	answer := operatorAnswer{Code: o.Code, Number: o.Number, Name: o.Name, Role: string(o.Role), Disabled: o.Disabled}
	if !o.SeenAt.IsZero() {
		answer.SeenAt = rfc3339(d, o.SeenAt)
	}
	return answer
}

func (c *call) operatorList(cmd *cobra.Command) error {
	p, err := c.open(cmd.Context())
	if err != nil {
		return err
	}
	list, err := p.Desk.Operators(cmd.Context())
	if err != nil {
		return err
	}
	answer := []operatorAnswer{}
	for _, o := range list {
		answer = append(answer, operatorJSON(p.Desk, o))
	}
	return c.print(answer, func(w io.Writer) {
		if len(list) == 0 {
			fmt.Fprintln(w, c.speak.T("operator.none"))
		}
		for _, o := range list {
			key := "operator.line"
			if o.Disabled {
				key = "operator.line_disabled"
			}
			fmt.Fprintln(w, c.speak.T(key, o.Number, o.Code, o.Name, c.speak.T("role."+string(o.Role))))
		}
	})
}

// changePeople changes one operator and says so.
func (c *call) changePeople(cmd *cobra.Command, says, code string, change func(context.Context, *desk.Desk) error) error {
	p, err := c.open(cmd.Context())
	if err != nil {
		return err
	}
	if err := change(cmd.Context(), p.Desk); err != nil {
		return err
	}
	return say(c.speak.T(says, code) + "\n")
}

// operatorPassword gives a new PIN. With the recovery words the person proves
// that the mall's key is hers, and needs no administrator.
func (c *call) operatorPassword(cmd *cobra.Command, code string, recovery bool) error {
	p, err := c.open(cmd.Context())
	if err != nil {
		return err
	}
	set := p.Desk.SetPIN
	if recovery {
		if err := c.proveKey(p); err != nil {
			return err
		}
		set = p.Desk.RecoverPIN
	}
	pin, err := c.readPIN(newPINVariable, "operator.type_new")
	if err != nil {
		return err
	}
	if err := set(cmd.Context(), code, pin); err != nil {
		return err
	}
	return say(c.speak.T("operator.password_set", code) + "\n")
}

// proveKey reads one line of recovery words and compares them with the key in
// use.
func (c *call) proveKey(p *Program) error {
	fmt.Fprintln(os.Stderr, c.speak.T("operator.type_words"))
	typed, err := c.line()
	if err != nil {
		return err
	}
	key, err := guard.KeyFromWords(typed)
	if err != nil {
		return err
	}
	if key.ID() != p.Keys[0].ID {
		return models.Refuse("operator.other_words")
	}
	return nil
}

// readPIN takes a PIN from the environment, else the next line of standard
// input.
func (c *call) readPIN(variable, ask string) (string, error) {
	if given, ok := os.LookupEnv(variable); ok {
		return given, nil
	}
	fmt.Fprintln(os.Stderr, c.speak.T(ask))
	return c.line()
}

// line reads the next line of standard input.
func (c *call) line() (string, error) {
	typed, err := c.input.ReadString('\n')
	typed = strings.TrimRight(typed, "\r\n")
	if typed == "" && err != nil {
		return "", &models.Error{Kind: models.KindUsage, Says: models.Say("operator.nothing_typed"), Cause: err}
	}
	return typed, nil
}

// act puts on duty who acts by this command: the operator it names, else the
// command line itself with the rights of a receptionist.
func (c *call) act(ctx context.Context, p *Program) error {
	if !p.Desk.People() {
		return nil
	}
	if c.operator == "" {
		p.Desk.ServeCommands()
		return nil
	}
	pin, err := c.readPIN(pinVariable, "operator.type_pin")
	if err != nil {
		return err
	}
	return p.Desk.SignIn(ctx, c.operator, pin)
}
