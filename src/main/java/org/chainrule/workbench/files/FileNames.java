package org.chainrule.workbench.files;

import java.util.Locale;

/** What files are called that the page writes. */
final class FileNames {
    private static final int LONGEST = 60;

    private FileNames() {}

    /** The title in small letters, digits and dashes, or the program's name. */
    static String stem(String title) {
        String plain =
                title.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}]+", "-")
                        .replaceAll("^-|-$", "");
        int end =
                plain.offsetByCodePoints(
                        0, Math.min(LONGEST, plain.codePointCount(0, plain.length())));
        String name = plain.substring(0, end).replaceAll("-$", "");
        return name.isEmpty() ? "chainrule" : name;
    }
}
