package main

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"frontdesk/internal/directory"
	"frontdesk/internal/models"
	"frontdesk/internal/nightly"
)

type centreStatusAnswer struct {
	Desks []centreDeskAnswer `json:"desks"`
}

type centreDeskAnswer struct {
	Mall        string  `json:"mall"`
	ID          *string `json:"id"` // null: enrolled by its code, never came
	Number      int     `json:"number"`
	Name        string  `json:"name"`
	LastSeen    *string `json:"last_seen"`
	Backlog     int     `json:"backlog"`
	Records     int     `json:"records"`
	Quarantined int     `json:"quarantined"`
	Forks       int     `json:"forks"`
}

type enrolAnswer struct {
	Mall     string  `json:"mall"`
	Desk     string  `json:"desk"`
	Target   string  `json:"target"`
	User     *string `json:"user"` // null for a centre in a file
	Password *string `json:"password"`
}

func centreCommand(c *call) *cobra.Command {
	var to, desk, mall string
	initialise := &cobra.Command{Use: "init", Short: "Siapkan pusat dan daftarkan meja ini", Args: exactly(0),
		RunE: func(cmd *cobra.Command, _ []string) error { return c.centreInit(cmd, to) }}
	enrol := &cobra.Command{Use: "enrol", Short: "Daftarkan satu meja dan tampilkan cara masuknya", Args: exactly(0),
		RunE: func(cmd *cobra.Command, _ []string) error { return c.centreEnrol(cmd, to, mall, desk) }}
	enrol.Flags().StringVar(&desk, "desk", "", "kode meja yang dipilih sendiri, misalnya 2")
	enrol.Flags().StringVar(&mall, "mall", "", "kode mal (bawaan: mal folder data ini)")
	status := &cobra.Command{Use: "status", Short: "Daftar meja di pusat", Args: exactly(0),
		RunE: func(cmd *cobra.Command, _ []string) error { return c.centreStatus(cmd, to) }}
	publish := &cobra.Command{Use: "publish BERKAS", Short: "Terbitkan direktori untuk semua meja", Args: exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error { return c.centrePublish(cmd, to, args[0]) }}
	for _, verb := range []*cobra.Command{initialise, enrol, status, publish} {
		addTarget(verb, &to)
	}
	addJSON(enrol, c)
	addJSON(status, c)
	return group("centre", "Pusat kabupaten", initialise, enrol, status, publish)
}

// atCentre does work at a centre. One that is to be made need not be there.
func (c *call) atCentre(cmd *cobra.Command, to string, create bool, work func(context.Context, *Program, *nightly.SQLCentre, string) error) error {
	ctx := cmd.Context()
	p, err := c.openFor(ctx, models.ActionCentre)
	if err != nil {
		return err
	}
	target, err := p.target(to)
	if err != nil {
		return err
	}
	centre, err := p.centre(ctx, target, create)
	if err != nil {
		return err
	}
	if !create {
		err = centre.Ready(ctx)
	}
	if err == nil {
		err = work(ctx, p, centre, target)
	}
	return errors.Join(err, centre.Close())
}

func (c *call) centreInit(cmd *cobra.Command, to string) error {
	return c.atCentre(cmd, to, true, func(ctx context.Context, p *Program, centre *nightly.SQLCentre, target string) error {
		if err := establish(ctx, centre, p.owner()); err != nil {
			return err
		}
		fmt.Println(c.speak.T("centre.ready", nightly.Shown(target), c.deskName(p.Desk.Self())))
		return nil
	})
}

func (c *call) centreEnrol(cmd *cobra.Command, to, mall, desk string) error {
	return c.atCentre(cmd, to, false, func(ctx context.Context, p *Program, centre *nightly.SQLCentre, target string) error {
		if mall == "" {
			mall = p.Desk.Self().MallID
		}
		login, err := centre.Invite(ctx, mall, desk, rand.Reader)
		if err != nil {
			return err
		}
		answer := enrolAnswer{Mall: mall, Desk: desk, Target: target}
		if login.User != "" {
			answer.User, answer.Password = &login.User, &login.Password
			if answer.Target, err = nightly.ForLogin(target, login.User); err != nil {
				return err
			}
		}
		return c.print(answer, func(w io.Writer) { c.printEnrol(w, answer) })
	})
}

func (c *call) printEnrol(w io.Writer, answer enrolAnswer) {
	fmt.Fprintln(w, c.speak.T("centre.enrolled", answer.Desk, answer.Mall))
	if answer.User != nil {
		fmt.Fprintln(w, c.speak.T("centre.login", answer.Target, *answer.Password))
	}
}

func (c *call) centreStatus(cmd *cobra.Command, to string) error {
	return c.atCentre(cmd, to, false, func(ctx context.Context, p *Program, centre *nightly.SQLCentre, _ string) error {
		desks, err := centre.Status(ctx)
		if err != nil {
			return err
		}
		expected, err := centre.Expected(ctx)
		if err != nil {
			return err
		}
		answer := centreStatusAnswer{Desks: []centreDeskAnswer{}}
		for _, d := range append(desks, expected...) {
			answer.Desks = append(answer.Desks, c.centreDesk(p, d))
		}
		return c.print(answer, func(w io.Writer) { c.printCentreStatus(w, answer) })
	})
}

func (c *call) centreDesk(p *Program, d nightly.DeskStatus) centreDeskAnswer {
	answer := centreDeskAnswer{Mall: d.MallID, Number: d.Number,
		Name: c.deskName(models.Desk{Number: d.Number, Name: d.Name}), LastSeen: instantOrNull(p, d.Seen),
		Backlog: d.Waiting, Records: d.Records, Quarantined: d.Quarantined, Forks: d.Forks}
	if d.ID != "" {
		answer.ID = &d.ID
	}
	return answer
}

func (c *call) printCentreStatus(w io.Writer, answer centreStatusAnswer) {
	if len(answer.Desks) == 0 {
		fmt.Fprintln(w, c.speak.T("centre.empty"))
	}
	for _, d := range answer.Desks {
		seen := c.speak.T("centre.unseen")
		if d.LastSeen != nil {
			seen = *d.LastSeen
		}
		says := models.Say("centre.desk", d.Mall, d.Number, d.Name, seen, d.Records, d.Backlog, d.Quarantined, d.Forks)
		if d.ID == nil {
			says = models.Say("centre.expected", d.Mall, d.Name)
		}
		fmt.Fprintln(w, c.speak.Say(says))
	}
}

// centrePublish hands the directory out in the form in which every desk writes
// it, after all its faults were looked for.
func (c *call) centrePublish(cmd *cobra.Command, to, file string) error {
	d, err := directory.ReadFile(file)
	if err != nil {
		return err
	}
	var body bytes.Buffer
	if err := directory.Write(&body, d); err != nil {
		return err
	}
	return c.atCentre(cmd, to, false, func(ctx context.Context, _ *Program, centre *nightly.SQLCentre, _ string) error {
		version, err := centre.Publish(ctx, d.Mall.Code, body.Bytes())
		if err != nil {
			return err
		}
		fmt.Println(c.speak.T("centre.published", d.Mall.Name, version))
		return nil
	})
}
