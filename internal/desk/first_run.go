package desk

import (
	"strings"

	"frontdesk/internal/models"
)

// CheckAdministrator refuses a name or PIN with which AddOperator would not add
// the first operator: the first run asks long before the desk is there.
func CheckAdministrator(name, pin string) error {
	name = strings.Join(strings.Fields(name), " ")
	return checkOperator(NewOperator{Name: name, Role: models.RoleAdministrator, PIN: pin})
}
