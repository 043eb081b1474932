package nightly

import (
	"strings"
	"testing"

	"frontdesk/internal/models"
)

func TestTheDefaultCentreIsAFileBesideTheFolder(t *testing.T) {
	if got := DefaultTarget("/data/frontdesk"); got != "sqlite:/data/frontdesk-centre.db" {
		t.Error(got)
	}
}

func TestSettingsTakeATargetWithoutAPasswordOnly(t *testing.T) {
	for target, fine := range map[string]bool{
		"sqlite:centre.db":                   true,
		"postgres://desk@centre/mpp":         true,
		"postgresql://centre/mpp?user=desk":  true,
		"postgres://desk:geheim@centre/mpp":  false,
		"postgres://centre/?password=geheim": false,
		"postgres://desk:geheim@centre:x/":   false,
		"sqlite:":                            false,
		"mysql://centre":                     false,
		"centre.db":                          false,
	} {
		err := CheckTarget(target)
		if fine != (err == nil) || !fine && models.KindOf(err) != models.KindUsage {
			t.Errorf("%s: %v", target, err)
		}
		if err != nil && strings.Contains(err.Error(), "geheim") {
			t.Errorf("the error repeats the password: %v", err)
		}
	}
}

func TestALoginsTargetHasItsUserAndNoPassword(t *testing.T) {
	got, err := ForLogin("postgres://admin:geheim@centre:5433/mpp?sslmode=require&password=geheim", "desk_2")
	if want := "postgres://desk_2@centre:5433/mpp?sslmode=require"; err != nil || got != want {
		t.Errorf("%s, %v", got, err)
	}
	if got := Account(got); got != "sync:desk_2@centre:5433/mpp" {
		t.Error(got)
	}
}
