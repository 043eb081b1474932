// Package editor is the section of F10 that changes the mall's directory: a draft,
// its faults, its plan, and what counts once it is applied.
package editor
