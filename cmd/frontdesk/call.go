package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"frontdesk/internal/directory"
	"frontdesk/internal/models"
	"frontdesk/internal/text"
)

// call is one run of the program: its data folder, language and clock.
type call struct {
	folder   string
	at       string // --at: the instant this one command takes for now
	operator string // --operator: who acts; empty: the command line itself
	json     bool
	input    *bufio.Reader // standard input
	speak    *text.Speaker
	program  *Program
}

// open opens the data folder with the machine's clock or the one of --at.
func (c *call) open(ctx context.Context) (*Program, error) {
	p, err := Open(ctx, Options{Folder: c.folder, Clock: machineClock})
	if err != nil {
		return nil, err
	}
	c.program, c.speak = p, p.Speak
	p.noticeAlone()
	for _, notice := range p.Notices {
		fmt.Fprintln(os.Stderr, c.speak.Say(notice))
	}
	return p, c.act(ctx, p)
}

// openFor is open for what needs a right of who acts.
func (c *call) openFor(ctx context.Context, action models.Action) (*Program, error) {
	p, err := c.open(ctx)
	if err != nil {
		return nil, err
	}
	return p, p.Desk.Permit(action)
}

func (c *call) close() error {
	if c.program == nil {
		return nil
	}
	return c.program.Close()
}

// instant is the moment the command takes for now.
func (c *call) instant(p *Program) (time.Time, error) {
	if c.at == "" {
		return p.Desk.Now(), nil
	}
	return readInstant(c.at)
}

func readInstant(typed string) (time.Time, error) {
	at, err := time.Parse(time.RFC3339, typed)
	if err != nil {
		return time.Time{}, models.Misuse("command.instant", typed)
	}
	return at, nil
}

// print writes the answer: JSON with --json, else the lines for people.
func (c *call) print(answer any, people func(w io.Writer)) error {
	var out bytes.Buffer
	if c.json {
		encoder := json.NewEncoder(&out)
		encoder.SetEscapeHTML(false)
		encoder.SetIndent("", "  ")
		if err := encoder.Encode(answer); err != nil {
			return err
		}
	} else {
		people(&out)
	}
	return say(out.String())
}

// say writes to standard output; what was stored before stays stored when
// nobody can read the answer.
func say(text string) error {
	if _, err := os.Stdout.WriteString(text); err != nil {
		return models.Fault(err, "command.output")
	}
	return nil
}

// sentence tells a person what went wrong, all faults of a file included.
func (c *call) sentence(err error) string {
	var faults *directory.Faults
	if errors.As(err, &faults) {
		lines := make([]string, 0, len(faults.Problems))
		for _, p := range faults.Problems {
			lines = append(lines, strings.TrimPrefix(p.Place+": "+c.speak.Say(p.Says), ": "))
		}
		return strings.Join(lines, "\n")
	}
	return c.speak.Error(err)
}
