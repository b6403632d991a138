package org.chainrule.link;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chainrule.worksheet.Submission;

/**
 * Answers that are handed over, in a link: the name, then each address and what was typed, all as
 * captions are written: {@code Ada,dz.out.1:0*2E6,dw.out.1.1:0*2E077}.
 */
final class SubmissionText {
    private SubmissionText() {}

    static String write(Submission submission) {
        List<String> parts = new ArrayList<>();
        parts.add(CaptionText.caption(submission.by()));
        submission
                .answers()
                .forEach((address, text) -> parts.add(address + ":" + CaptionText.caption(text)));
        return String.join(",", parts);
    }

    static Optional<Submission> read(String text) {
        List<String> parts = List.of(text.split(",", -1));
        String by = Escapes.unescape(parts.getFirst());
        if (by == null) {
            return Optional.empty();
        }
        Map<String, String> answers = new LinkedHashMap<>();
        for (String part : parts.subList(1, parts.size())) {
            int colon = part.indexOf(':');
            String typed = colon < 1 ? null : Escapes.unescape(part.substring(colon + 1));
            if (typed == null || answers.put(part.substring(0, colon), typed.strip()) != null) {
                return Optional.empty();
            }
        }
        return Submission.fits(by.strip(), answers)
                ? Optional.of(new Submission(by.strip(), answers))
                : Optional.empty();
    }
}
