package main

// chinese holds labels and sentences of the page under their English; package lang says how to add some.
var chinese = map[string]string{
	"Rules by which guests differ": "客人分类规则", "Tree and rules": "决策树与规则", "Skip to the page": "跳到正文", "Please note": "请注意", "Built-in hotel": "内置酒店",
	".": "。", " ": "", "; ": "；", "%s guests": "%s 位客人", "%s classes": "%s 类", "%s leaves": "%s 个叶节点", "%s discovered": "发现的 %s", "%s of column “%s”": "%s，取自“%s”列",
	"Made with hotelcrm from %s. Equal input gives this page again, byte for byte.": "由 hotelcrm 根据 %s 生成。同样的输入逐字节得到同样的页面。",

	"A tree of %s classes %s of the guests it was learnt from rightly.":         "决策树有 %s，对所学客人的分类正确率为 %s。",
	"Of new guests %s can be expected, %s to %s in 95 of 100 cases (%s folds).": "对新客人预计为 %s，100 次中有 95 次在 %s 至 %s 之间（%s 折交叉验证）。",
	"Always guessing the commonest class, “%s”, is right in %s: %s.":            "若一律猜最常见的类“%s”，正确率为 %s：%s。", "“%s”; %s": "“%s”；%s",
	"the tree is better than guessing": "决策树优于猜测", "the tree is hardly better than guessing": "决策树几乎不比猜测好", "the tree is worse than guessing": "决策树不如猜测",
	"how the tree does on new guests is not known": "对新客人的效果不详",

	"guests": "位客人", "leaves": "个叶节点", "%s before pruning, %s": "剪枝前 %s 个，%s", "classed rightly": "分类正确", "of the guests learnt from": "对所学客人",
	"expected of new guests": "对新客人预计", "%s to %s in 95 of 100 cases; %s folds": "100 次中有 95 次在 %s 至 %s 之间；%s 折", "by always guessing the commonest class": "一律猜最常见的类",

	"Classes that were discovered": "发现的类别", "Mean silhouette %s: above 0.5 groups are clear, below 0.25 there may be none.": "平均轮廓系数 %s：高于 0.5 分组清晰，低于 0.25 可能没有分组。",
	"What makes each class stand out": "各类的突出特征", "Class": "类别", "Guests": "客人", "Traits": "特征", "%s %s (all %s)": "%s %s（全体 %s）", "%s %s %s (all %s, lift %s)": "%s %s %s（全体 %s，提升 %s）",

	"The tree": "决策树", "all guests": "全部客人", "The decision tree; the rules below say the same in words": "决策树；下面的规则用文字说明同样的内容",
	"Read from the top: each line is a test, and what is indented below it asks on. Bold is the class, with its guests in brackets, and after a stroke those of another class.": "自上而下阅读：每行是一项判断，其下缩进的继续判断。粗体为类别，括号内为客人数，斜线后为属于其他类别的人数。",
	"A leaf with (0) has none of these guests; it gives the class of most guests one test further up.":                                                                          "标有 (0) 的叶节点没有这些客人，取上一级判断中多数客人的类别。",

	"The rules": "规则", "Rules in order": "规则，按次序", "The first rule that holds counts; where none does, the class is %s.": "以第一条成立的规则为准；都不成立时，类别为 %s。",
	"%s more rules hold for none of these guests, as for missing values, and are not shown.": "另有 %s 条规则（如针对缺失值）不适用于这些客人，未列出。",
	"Guests who are": "满足条件的客人", "are": "属于", "Wrong": "错误", "Confidence": "置信度", "Lift": "提升", "wrong": "错误", "confidence": "置信度", "lift": "提升",

	"Quality": "质量", "each guest classed by a tree learnt from others": "每位客人由从其他客人学得的决策树分类", "on the guests learnt from; new guests are classed worse": "针对所学客人；对新客人会更差",
	"%s trees of guests drawn anew class %s of the guests as this tree does":                        "重新抽样得到的 %s 棵树，对 %s 的客人分类与本树相同",
	"; %s of them ask for %s first too.":                                                            "；其中 %s 也先问 %s。",
	"; %s of them ask for %s first too: the order of the tests is not stable, so do not act on it.": "；其中 %s 也先问 %s：判断的次序不稳定，不要据此行事。",
	"What the tree gains by": "各属性的贡献", "Attribute": "属性", "Share": "占比", "Guests by their class and the one that the tree gives": "客人的实际类别与决策树给出的类别", "is, classed as": "实际＼判为",

	"Against the last round": "与上一轮比较", "Guests of each class": "各类客人数", "Last": "上轮", "Now": "本轮", "In both": "两轮相同",
	"The tree of %s had %s leaves, this one has %s. Adjusted Rand index %s: 1 where both divide these guests alike.": "%s 的决策树有 %s 个叶节点，本轮有 %s 个。调整兰德指数 %s：两者划分相同时为 1。",
	"%s of %s guests keep their class (%s).": "%[2]s 位客人中 %[1]s 位类别不变（%[3]s）。", "Right are the last tree on %s, trees learnt from other guests now on %s.": "上轮决策树的正确率为 %s，本轮由其他客人学得的为 %s。",
	"Nothing stands against the new tree.": "没有理由反对采用新的决策树。",
}

// chineseTold are the formats of texts that come finished in English: notes and objections.
var chineseTold = map[string]string{
	unsteady: "判断的次序不稳定：换一批同类客人会得到另一棵树，不要据此次序行事",
	"%s guests have no class and were left out": "%s 位客人没有类别，未计入", "1 guest has no class and was left out": "1 位客人没有类别，未计入",
	"%s has nearly as many levels as there are guests, so it was left out: group its levels": "%s 的取值几乎与客人一样多，未采用：请将取值归组",
	"%s alone tells the class of %s % of the guests: is it known before the class is?":       "仅凭 %s 就能判定 %s%% 的客人的类别：它在类别之前就已知吗？",
	"%s classes have fewer than %s guests":                                                   "%s 个类别不足 %s 位客人", "1 class has fewer than %s guests": "1 个类别不足 %s 位客人",
	"grown until leaves are pure and not pruned: new guests will be classed worse than these": "一直生长到叶节点纯净且未剪枝：对新客人的分类会更差",
	"no attribute is worth a test: every guest is taken for %s":                               "没有值得判断的属性：所有客人都判为 %s",
	"the tree is large: guests without a value go the way of most guests":                     "决策树很大：缺值的客人按多数客人处理",
	"no cross-validation: %s": "没有交叉验证：%s", "column %s is left out: it has %s different texts for %s guests": "未采用 %[1]s 列：%[3]s 位客人有 %[2]s 种不同内容",
	"%s of the guests keep their class, the gate asks for %s": "类别不变的客人占 %s，要求至少 %s", "stability index of class sizes %s, the gate allows %s": "各类人数的稳定性指数为 %s，上限 %s",
	"class %s has %s guests, the gate asks for %s": "类别 %s 有 %s 位客人，要求至少 %s 位", "class %s has 1 guest, the gate asks for %s": "类别 %s 只有 1 位客人，要求至少 %s 位",
	"gain in right answers %s, p %s": "正确率提高 %s，p 值 %s",
}
