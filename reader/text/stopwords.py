"""Words that say nothing about what a sentence reports: function words and reporting verbs."""

from functools import cache

from reader.text.tokens import fold, stem

# Closed classes of English (articles, pronouns, prepositions, conjunctions, auxiliaries, common
# adverbs), with contractions. Folding drops apostrophes, so `don't`, `dont` and `don’t` are one.
_FUNCTION_WORDS = """
a an the
i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his himself
she her hers herself it its itself they them their theirs themselves one ones oneself
this that these those there here who whom whose which what whatever whichever whoever
when where why how whenever wherever however
someone somebody something anyone anybody anything everyone everybody everything nobody nothing
none others other another each every either neither both all any some such same own
and or but nor so yet if unless because since while whereas although though than as whether once
until till lest
of in on at by for from to into onto with without within about above below under over between
among amongst against across along around behind before after beyond beside besides despite down
during except inside near off out outside past per through throughout toward towards up upon via
amid amidst like unlike according
be am is are was were been being isn't aren't wasn't weren't ain't
have has had having haven't hasn't hadn't
do does did doing done don't doesn't didn't
can could may might must shall should will would can't cannot couldn't mightn't mustn't shan't
shouldn't won't wouldn't ought needn't
i'm you're we're they're i've you've we've they've i'd you'd we'd they'd he'd she'd i'll you'll
we'll they'll he'll she'll it'll it's that's there's here's what's who's let's he's she's
not no never only also just even still already again too very much many more most less least few
fewer little lot lots several enough quite rather almost nearly ever always often sometimes
usually perhaps maybe indeed instead otherwise therefore thus hence then now later soon ago
further furthermore moreover meanwhile nevertheless nonetheless together apart away back well
really actually simply ever especially particularly including include includes included
get gets got getting gotten go goes going went gone make makes made making take takes took taken
taking come comes came coming put puts give gives gave given giving keep keeps kept let lets
want wants wanted need needs needed seem seems seemed become becomes became use uses used using
yes oh etc mr mrs ms dr
new first last next two three four five six seven eight nine ten
"""

# Verbs that attribute speech or thought; that both sentences report is not what they share.
_REPORTING_VERBS = """
say said says saying tell told tells telling add added adds adding ask asked asks asking
announce announced announces announcing argue argued argues arguing assert asserted asserts
claim claimed claims claiming comment commented comments confirm confirmed confirms
declare declared declares deny denied denies describe described describes disclose disclosed
emphasize emphasized emphasise emphasised explain explained explains explaining express expressed
expresses indicate indicated indicates insist insisted insists mention mentioned mentions
note noted notes noting quote quoted quotes recall recalled recalls remark remarked remarks
reply replied replies report reported reports reporting respond responded responds
reveal revealed reveals speak spoke spoken speaks speaking state stated states stating
stress stressed stresses suggest suggested suggests suggesting talk talked talks tweet tweeted
tweets warn warned warns write wrote written writes writing
believe believed believes think thought thinks know knew known knows
"""

STOP = frozenset(fold(word) for word in _FUNCTION_WORDS.split())
"""Folded English words that carry no content."""

REPORTING = frozenset(stem(fold(word)) for word in _REPORTING_VERBS.split())
"""Stems of verbs that say that somebody says something."""


@cache
def stop_words(language: str) -> frozenset[str]:
    """Lower-case words of a language that carry no content, with and without their accents.

    None for a language without a list.
    """
    # 40 ms, and only for those who read other languages.
    from stopwordsiso import stopwords

    words = {word.casefold() for word in stopwords(language)}
    return frozenset(words | {fold(word) for word in words})
