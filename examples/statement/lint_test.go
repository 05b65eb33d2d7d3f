package main

import (
	"strings"
	"testing"
)

func TestLint(t *testing.T) {
	golden(t, "lint.txt", command("-lint", "-programme", "thesis-2009-printed", "-replay", "thesis-2009-classes").stdout)
	for _, test := range []struct {
		name, args, want string
		code             int
	}{
		{"gaps", "-programme thesis-2009-printed", "error     class-gap", exitFail},
		{"warnings", "-programme choice-2025", "warning", exitDone},
		{"none", "", "no findings", exitDone},
		{"Chinese", "-lang zh", "没有发现问题", exitDone},
		{"two", "-programme hilton -replay marriott-2024", "silver by Hilton Honors, not by Marriott Bonvoy", exitDone},
		{"the built-in one and another", "-replay hilton", "note      disagreement", exitDone},
		{"a note in Chinese", "-lang zh -replay hilton", "提示  disagreement", exitDone},
		{"JSON", "-json", `"findings": []`, exitDone},
	} {
		t.Run(test.name, func(t *testing.T) {
			out := command(append([]string{"-lint"}, strings.Fields(test.args)...)...)
			if out.code != test.code || !strings.Contains(out.stdout, test.want) {
				t.Errorf("exit %d, %s%s", out.code, out.stdout, out.stderr)
			}
		})
	}
}

func TestLintOfAProgrammeThatCannotBeUsed(t *testing.T) {
	file := written(t, "p.json", `{"format": 1, "id": "x", "currency": "USD", "versions": [{"id": "1", "tiers": [{"id": "a"}, {"id": "a"}]}]}`)
	out := command("-lint", "-programme", file)
	if out.code != exitFail || !strings.Contains(out.stdout, "invalid") || !strings.Contains(out.stderr, "findings of severity error") {
		t.Errorf("exit %d, %s%s", out.code, out.stdout, out.stderr)
	}
}
