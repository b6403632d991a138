package org.chainrule.workbench.kit;

import org.chainrule.gallery.Gallery;
import org.chainrule.worksheet.Worksheet;

/** What worksheets are called on the page. */
public final class Titles {
    private Titles() {}

    /** Its own title; that of an example in the language of {@code words}. */
    public static String of(Worksheet worksheet, Words words) {
        String title = worksheet.title();
        return Gallery.examples().stream()
                .filter(example -> example.worksheet().title().equals(title))
                .findFirst()
                .map(example -> words.of("gallery." + example.key() + ".title"))
                .orElse(title);
    }
}
