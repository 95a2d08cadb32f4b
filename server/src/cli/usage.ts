/** What `nomenclator --help` prints. */

export const USAGE = `nomenclator check [PATH…]       what is wrong, and where
    --fix                       make every certain fix; --dry-run: only show what that would change;
                                both: only the patch, and on standard error what would be left, and why
    --stdin --stdin-filename F  read the report from standard input
    --min-severity hint|information|warning|error   print and count nothing below it
    --rule CODE…                only these rules; name/* is all that begin so
    --max-findings N            print at most N findings, the most severe; all are counted
    --baseline FILE             leave out the findings that FILE knows; --update-baseline: write it first
    --force-ignore              leave out what the desk ignores also where it is named itself
    --format text|json|sarif|github|junit   --quiet
nomenclator glossary [--format …] [--min-severity …] [--max-findings N] [--baseline FILE] [--quiet]
                                the same of the desk’s own files alone: configuration, glossary, sources
nomenclator init [DIR]          start a desk: what is there stays as it is
nomenclator rules [CODE…] [--format text|json]   what each rule reports, and what to do
nomenclator mentions [PATH…] [--format text|json]   every mention of an entity
nomenclator who NAME… | --stdin [--format text|json] whom a name may mean
nomenclator same A B | --stdin  are two names the same name (stdin: A<TAB>B lines)?
                                The reason tells what the first has more (“added”) or less (“left out”) than the second.
nomenclator cite QUERY… [--format text|json]        search the sources; the formatted notes
nomenclator cite @KEY… [--format text|json]         the notes of these sources
nomenclator bib [PATH…] [--format markdown|text|csl-json|json]   the sources that reports cite, as the style lists them
nomenclator abbreviations [PATH…] [--format markdown|text|json]  the acronyms that reports use, with their full forms
nomenclator report [PATH…] [--format text|json|csv|html]  how each name is written where, and what is in no glossary
nomenclator romanise TEXT… | --stdin [--language ru|uz|tg|ky|kk|tk|uk] [--house] [--format text|json]
                  [--system bgn-pcgn|ala-lc|iso-9|national|…]   Cyrillic in Latin letters, by a standard
nomenclator lsp --stdio         the language server
nomenclator --version
PATH is a file, a folder or a glob; a report is Markdown, or what reports: in nomenclator.yaml names. What ignore: there or a
.nomenclatorignore file names is left out, but for files that are named themselves. Every command takes --desk DIR, and
--no-cache: compile a large glossary anew, and keep nothing of it in the user's cache folder.
Exit code: 0 nothing at or above the minimum severity (default: warning), 1 something, 2 could not run.
`;
