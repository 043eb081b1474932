// Command components lists the modules that are in a program with version and
// licence, and after the list the licences' full texts.
package main

import (
	"debug/buildinfo"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"

	"github.com/google/licensecheck"
)

// component is one module that a program was built from.
type component struct {
	path, version string
	licence       string // SPDX
	text          string
}

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: components PROGRAM MODULE_CACHE")
		os.Exit(2)
	}
	if err := run(os.Stdout, os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(w io.Writer, program, cache string) error {
	info, err := buildinfo.ReadFile(program)
	if err != nil {
		return err
	}
	var all []component
	for _, module := range info.Deps {
		c, err := read(module, cache)
		if err != nil {
			return err
		}
		all = append(all, c)
	}
	return write(w, info.GoVersion, all)
}

func read(module *debug.Module, cache string) (component, error) {
	if module.Replace != nil {
		module = module.Replace
	}
	c := component{path: module.Path, version: module.Version}
	files, err := licences(filepath.Join(cache, escape(module.Path)+"@"+module.Version))
	if err != nil {
		return c, fmt.Errorf("%s: %w", module.Path, err)
	}
	var names []string
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return c, err
		}
		for _, match := range licensecheck.Scan(text).Match {
			if !slices.Contains(names, match.ID) {
				names = append(names, match.ID)
			}
		}
		c.text += strings.TrimSpace(string(text)) + "\n\n"
	}
	if len(names) == 0 {
		return c, fmt.Errorf("%s has no licence that is known", module.Path)
	}
	c.licence = strings.Join(names, " AND ")
	return c, nil
}

// licences are the files that tell a module's licence, at its top.
func licences(folder string) ([]string, error) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil, err
	}
	var found []string
	for _, entry := range entries {
		name := strings.ToUpper(entry.Name())
		if !entry.IsDir() && (strings.HasPrefix(name, "LICEN") || strings.HasPrefix(name, "COPYING")) {
			found = append(found, filepath.Join(folder, entry.Name()))
		}
	}
	return found, nil
}

// escape writes a module's path as the cache does: "!a" for "A".
func escape(path string) string {
	var b strings.Builder
	for _, r := range path {
		if 'A' <= r && r <= 'Z' {
			b.WriteByte('!')
			r += 'a' - 'A'
		}
		b.WriteRune(r)
	}
	return b.String()
}

func write(w io.Writer, goVersion string, all []component) error {
	if _, err := fmt.Fprintf(w, "%-52s %-40s %s\n", "Go", goVersion, "BSD-3-Clause"); err != nil {
		return err
	}
	for _, c := range all {
		if _, err := fmt.Fprintf(w, "%-52s %-40s %s\n", c.path, c.version, c.licence); err != nil {
			return err
		}
	}
	for _, c := range all {
		if _, err := fmt.Fprintf(w, "\n%s\n%s %s\n\n%s", strings.Repeat("=", 78), c.path, c.version, c.text); err != nil {
			return err
		}
	}
	return nil
}
