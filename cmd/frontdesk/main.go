// Command frontdesk is the reception desk of a public service mall. Without a
// verb it opens the window; the verbs do the same work for scripts.
package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"syscall"
	_ "time/tzdata" // the mall's time zone must be known on every machine

	"frontdesk/internal/models"
	"frontdesk/internal/text"
)

// Exit codes (issue: Commands).
const (
	exitRefused = 1
	exitUsage   = 2
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second signal ends the program at once
	os.Exit(run(ctx, os.Args[1:]))
}

// run does one command and tells its exit code; every error is spoken here
// and nowhere else.
func run(ctx context.Context, args []string) int {
	c := &call{speak: text.MustLoad(text.Indonesian), input: bufio.NewReader(os.Stdin)}
	root := rootCommand(c)
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	err = errors.Join(err, c.close())
	if err == nil {
		return 0
	}
	fmt.Fprintln(os.Stderr, c.sentence(err))
	if models.KindOf(err) == models.KindUsage {
		return exitUsage
	}
	return exitRefused
}
