package org.chainrule.api;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The part of a query that asks for each sample's own numbers, however many they are. */
final class AllSamples {
    static final String NAME = "samples";
    static final String DESCRIPTION = "\"all\": each sample's own numbers, however many they are";
    private static final String PART = NAME + "=all";

    private AllSamples() {}

    static boolean areAskedFor(@Nullable String query) {
        return query != null && Arrays.asList(query.split("&")).contains(PART);
    }

    /** What of {@code query} says the worksheet. */
    static @Nullable String without(@Nullable String query) {
        return query != null && areAskedFor(query)
                ? Arrays.stream(query.split("&"))
                        .filter(part -> !part.equals(PART))
                        .collect(Collectors.joining("&"))
                : query;
    }
}
