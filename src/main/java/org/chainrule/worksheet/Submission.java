package org.chainrule.worksheet;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a student hands over of an exercise: the answers alone, to be marked anew wherever they are
 * opened.
 *
 * @param by whose they are, as the student wrote it; may be empty
 * @param answers texts as they were typed, by address
 */
public record Submission(String by, Map<String, String> answers) {
    /** Characters of a name at most. */
    public static final int NAME = 60;

    /** Characters of an answer at most. */
    public static final int ANSWER = 200;

    /** Answers at most. */
    public static final int MOST = 400;

    public Submission {
        answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
        if (!fits(by, answers)) {
            throw new IllegalArgumentException("longer than any submission");
        }
    }

    /** Whether there can be one of this name and these answers. */
    public static boolean fits(String by, Map<String, String> answers) {
        return by.length() <= NAME
                && answers.size() <= MOST
                && answers.values().stream().allMatch(text -> text.length() <= ANSWER);
    }
}
