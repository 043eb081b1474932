package main

import (
	"errors"

	"github.com/spf13/cobra"

	"frontdesk/internal/models"
)

// rootCommand lists the verbs; a new one is a file of its own and a line here.
func rootCommand(c *call) *cobra.Command {
	root := windowCommand(c)
	root.SilenceErrors, root.SilenceUsage = true, true
	root.CompletionOptions.DisableDefaultCmd = true
	root.PersistentFlags().StringVar(&c.folder, "data", "", "folder data (bawaan: folder data pemakai)")
	root.PersistentFlags().StringVar(&c.operator, "operator", "", "kode petugas yang bertindak; PIN dari "+pinVariable+" atau diketik")
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return wrongFlag(err) })
	root.AddCommand(
		findCommand(c),
		checkInCommand(c),
		planCommand(c),
		visitsCommand(c),
		personCommand(c),
		queueCommand(c),
		printCommand(c),
		paperCommand(c),
		presenceCommand(c),
		directoryCommand(c),
		operatorCommand(c),
		keyCommand(c),
		databaseCommand(c),
		backupCommand(c),
		restoreCommand(c),
		syncCommand(c),
		verifyCommand(c),
		retentionCommand(c),
		centreCommand(c),
		simulateCommand(c),
		estimateCommand(c),
		reportCommand(c),
		surveyCommand(c),
		doctorCommand(c),
		versionCommand(c),
	)
	return root
}

// wrongFlag says in words what cobra finds wrong with a flag.
func wrongFlag(err error) error {
	says := models.Say("command.usage", err.Error())
	var named interface{ GetSpecifiedName() string }
	var valued interface{ GetValue() string }
	switch {
	case errors.As(err, &valued):
		says = models.Say("command.flag_value", valued.GetValue())
	case errors.As(err, &named):
		says = models.Say("command.flag", "--"+named.GetSpecifiedName())
	}
	return &models.Error{Kind: models.KindUsage, Says: says, Cause: err}
}

// wrongWords says in words that there are too many or too few.
func wrongWords(cmd *cobra.Command, args []string, err error) error {
	says := models.Say("command.missing", cmd.CommandPath())
	if len(args) > 0 {
		says = models.Say("command.unknown", args[len(args)-1], cmd.CommandPath())
	}
	return &models.Error{Kind: models.KindUsage, Says: says, Cause: err}
}

// atLeast asks for a number of arguments.
func atLeast(n int) cobra.PositionalArgs { return usage(cobra.MinimumNArgs(n)) }

// exactly asks for just this number of arguments.
func exactly(n int) cobra.PositionalArgs { return usage(cobra.ExactArgs(n)) }

func usage(check cobra.PositionalArgs) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if err := check(cmd, args); err != nil {
			return wrongWords(cmd, args, err)
		}
		return nil
	}
}

// group is a verb that only holds others.
func group(use, short string, verbs ...*cobra.Command) *cobra.Command {
	cmd := &cobra.Command{Use: use, Short: short, Args: usage(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return models.Misuse("command.verb", cmd.CommandPath())
		}}
	cmd.AddCommand(verbs...)
	return cmd
}
