package org.chainrule.workbench;

import java.util.HashSet;
import java.util.Set;
import java.util.StringJoiner;

/**
 * What the browser is told of a link: a part that it was told before is its name alone. A thousand
 * samples are thus not sent again with every edit of a weight.
 */
final class LinkNews {
    private Set<String> told = Set.of();

    /** {@code query}, shortened by what the browser has of the one before it. */
    String of(String query) {
        Set<String> parts = new HashSet<>();
        StringJoiner news = new StringJoiner("&");
        for (String part : query.split("&", -1)) {
            parts.add(part);
            news.add(told.contains(part) ? part.substring(0, part.indexOf('=')) : part);
        }
        told = parts;
        return news.toString();
    }
}
