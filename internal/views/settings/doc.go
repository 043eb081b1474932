// Package settings is the section of F10 that changes settings.toml.
package settings
