package org.chainrule.gallery;

import java.util.Locale;
import org.chainrule.link.Permalink;
import org.chainrule.worksheet.View;
import org.chainrule.worksheet.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * A worksheet to start from.
 *
 * @param key its name in links and words, and that of its document
 * @param opening what it is opened at, as the parts of a link: the step and the number that show
 *     its point
 * @param source where it was published, or null
 */
public record Example(
        String key, Chapter chapter, String opening, @Nullable Source source, Worksheet worksheet) {

    /** What an example is there for. */
    public enum Chapter {
        BY_HAND,
        LEARN,
        TROUBLE,
        SHEETS;

        /** Its name in words. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * Where an example was published.
     *
     * @param year empty where it is not known
     * @param address its web page, or null
     */
    public record Source(String author, String work, String year, @Nullable String address) {}

    /** The view that it is opened with. */
    public View view() {
        return Gallery.open(Permalink.query(worksheet) + "&" + opening).view().withExample(key);
    }
}
