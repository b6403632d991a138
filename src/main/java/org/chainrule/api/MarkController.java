package org.chainrule.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.chainrule.document.MarkingJson;
import org.chainrule.practice.Marker;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Marks answers that were worked out by hand. */
@RestController
@ApiResponse(
        responseCode = "400",
        description = "Refused, with every place that is wrong",
        content = @Content(mediaType = "application/problem+json"))
@Tag(name = "Practice", description = "Answers marked, and understood where they are wrong")
class MarkController {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @PostMapping("/api/mark")
    @Operation(
            summary = "Mark answers",
            description =
                    "Of each number asked, whether its answer is right in any way of carrying, follows"
                            + " from earlier answers, was rounded too early, or is what a known slip"
                            + " gives. The right value is never in the answer.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            description =
                                    "worksheet: a document, version 1. answers: texts as they were typed,"
                                            + " by address. asked: addresses, left out: those of the"
                                            + " answers. language: en or de, of the sentences",
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            examples = @ExampleObject(EXAMPLE))))
    @ApiResponse(
            responseCode = "200",
            description =
                    "verdicts by address: verdict is right, rounded, follows, slip, wrong, unread or"
                            + " unanswered; slips, the likeliest first: id, also, rebuilt, line, says;"
                            + " possible: how many slips would give a wrong number. first: the first"
                            + " number that is not right on its own, or null",
            content = @Content(mediaType = "application/json"))
    @ApiResponse(
            responseCode = "413",
            description = "A body over 1 MiB",
            content = @Content(mediaType = "application/problem+json"))
    @ApiResponse(
            responseCode = "415",
            description = "A body of another content type",
            content = @Content(mediaType = "application/problem+json"))
    void mark(
            @Parameter(hidden = true) HttpServletRequest request,
            @Parameter(hidden = true) HttpServletResponse response)
            throws IOException {
        byte[] body = Body.of(request, response);
        if (body == null) {
            return;
        }
        switch (MarkRequest.of(MarkingJson.read(body))) {
            case MarkRequest.Refused(var why) ->
                    Problems.send(response, 400, "Marking refused", why);
            case MarkRequest.Good(var answers, var language) -> {
                var marked = Marker.mark(answers);
                response.setContentType("application/json");
                response.setCharacterEncoding("UTF-8");
                try (JsonGenerator json = MAPPER.createGenerator(response.getOutputStream())) {
                    json.writeTree(VerdictJson.of(answers, marked, language));
                }
            }
        }
    }

    private static final String EXAMPLE =
            """
            { "worksheet": { "version": 1, "inputs": 1,
                "layers": [ { "activation": "sigmoid", "weights": [[0.5]] } ],
                "samples": [ { "x": [1], "y": [0] } ] },
              "answers": { "p.out.1": "0.5", "dz.out.1": "0,622" },
              "asked": ["p.out.1", "dz.out.1", "dw.out.1.1"],
              "language": "en" }\
            """;
}
