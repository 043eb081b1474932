package models

import (
	"errors"
	"fmt"
)

// Kind sorts errors by what the person in front of the screen can do.
type Kind string

const (
	KindUsage   Kind = "usage"   // the call itself is wrong: another word, another file
	KindRefused Kind = "refused" // a rule says no; nothing was stored
	KindFault   Kind = "fault"   // disk, database, key: the machine needs help
)

// Phrase is a sentence not yet spoken: a key of internal/text and the values
// for its {0}, {1} … places. Rules make phrases, screens speak them in the
// language of the person.
type Phrase struct {
	Key  string
	Args []any
}

// Say makes a phrase.
func Say(key string, args ...any) Phrase { return Phrase{Key: key, Args: args} }

// Empty tells that there is nothing to say.
func (p Phrase) Empty() bool { return p.Key == "" }

// Error is the one error type that reaches a screen: a kind, the sentence for
// the person, and the cause for the log.
type Error struct {
	Kind  Kind
	Says  Phrase
	Cause error
}

// Error describes the error for logs; it never holds personal data.
func (e *Error) Error() string {
	if e.Cause == nil {
		return fmt.Sprintf("%s: %s %v", e.Kind, e.Says.Key, e.Says.Args)
	}
	return fmt.Sprintf("%s: %s: %v", e.Kind, e.Says.Key, e.Cause)
}

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Cause }

// Refuse makes an error of a rule that says no.
func Refuse(key string, args ...any) error {
	return &Error{Kind: KindRefused, Says: Say(key, args...)}
}

// Misuse makes an error of a wrong call.
func Misuse(key string, args ...any) error {
	return &Error{Kind: KindUsage, Says: Say(key, args...)}
}

// Fault wraps a failure of the machine in the sentence of key.
func Fault(cause error, key string, args ...any) error {
	return &Error{Kind: KindFault, Says: Say(key, args...), Cause: cause}
}

// KindOf tells the kind of err; an error nobody gave a kind is a fault.
func KindOf(err error) Kind {
	var e *Error
	if errors.As(err, &e) {
		return e.Kind
	}
	return KindFault
}

// SaysOf is the sentence that err has for a person; empty when it has none.
func SaysOf(err error) Phrase {
	var e *Error
	if errors.As(err, &e) {
		return e.Says
	}
	return Phrase{}
}
