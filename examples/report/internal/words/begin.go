package words

import _ "embed"

// Begin is the template "begin" of every page, down to its body: from its language, title and style, {{.Lang}},
// {{.Title}} and {{.CSS}}.
//
//go:embed begin.html
var Begin string
