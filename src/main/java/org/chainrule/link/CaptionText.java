package org.chainrule.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chainrule.worksheet.View;

/**
 * What the outputs stand for, as a part of a link: as titles are written, between commas. Their own
 * punctuation is escaped, and an empty one is a space that is, so that none is taken for a
 * sentence's end behind the link.
 */
final class CaptionText {
    private CaptionText() {}

    static String write(List<String> captions) {
        return captions.stream().map(CaptionText::caption).collect(Collectors.joining(","));
    }

    static String caption(String caption) {
        String text = Escapes.escape(caption);
        for (char mark : ",.;:!".toCharArray()) {
            text = text.replace(String.valueOf(mark), "*%02X".formatted((int) mark));
        }
        return text.isEmpty() ? "*20" : text;
    }

    static Optional<List<String>> read(String text) {
        List<String> captions = new ArrayList<>();
        for (String escaped : text.split(",", -1)) {
            String caption = Escapes.unescape(escaped);
            if (caption == null || caption.codePointCount(0, caption.length()) > View.CAPTION) {
                return Optional.empty();
            }
            captions.add(caption);
        }
        return Optional.of(captions);
    }
}
