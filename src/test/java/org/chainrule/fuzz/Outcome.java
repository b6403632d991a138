package org.chainrule.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a reader made of what it was given: a value, or every place that is wrong.
 *
 * @param value null where it was refused
 */
record Outcome<T>(@Nullable T value, List<Place> places) {
    /** A place, such as a path or a line, and the sentence of what is wrong there. */
    record Place(String at, String sentence) {}

    /** A sentence repeats no more of what was found than helps. */
    private static final int LONGEST = 400;

    /** More places than this are nowhere named. */
    private static final int MOST = 50;

    /** What libraries say of themselves is nothing for a reader. */
    private static final Pattern LIBRARY =
            Pattern.compile("jackson|JsonNode|[A-Za-z]+Exception|\\w+Feature|StreamRead|fastcsv");

    static <T> Outcome<T> of(T value) {
        return new Outcome<>(value, List.of());
    }

    static <T> Outcome<T> refused(List<Place> places) {
        return new Outcome<>(null, places);
    }

    /** It is either of the two, and a refusal says where and why. */
    Outcome<T> isSound() {
        assertThat(value == null).isEqualTo(!places.isEmpty());
        for (Place place : places.subList(0, Math.min(MOST, places.size()))) {
            assertThat(place.at()).hasSizeLessThanOrEqualTo(LONGEST);
            isSentence(place.sentence());
        }
        return this;
    }

    static void isSentence(String sentence) {
        assertThat(sentence).isNotBlank().hasSizeLessThanOrEqualTo(LONGEST);
        assertThat(LIBRARY.matcher(sentence).find()).as(sentence).isFalse();
    }
}
