package org.chainrule.api;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Predicate;
import org.chainrule.derivation.Quantity;
import org.chainrule.document.Reading;
import org.chainrule.document.WorksheetJson;
import org.chainrule.gallery.Gallery;
import org.chainrule.link.Permalink;
import org.chainrule.practice.Exercise;
import org.chainrule.worksheet.Worksheet;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Solves worksheets for scripts. Queries and bodies are read as they came, not as parameters. */
@RestController
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Chainrule",
                        version = "1",
                        description =
                                "Backpropagation worked out: every preactivation, activation, gradient and"
                                        + " update of a small neural network, exactly or as on paper."))
@ApiResponse(
        responseCode = "400",
        description = "Refused, with every place that is wrong",
        content = @Content(mediaType = "application/problem+json"))
@Tag(
        name = "Worksheets",
        description = "Every number of a worksheet, from its document or its permalink")
class SolveController {
    private static final String LINK =
            "An empty query is the first worksheet. What the query says of the view is ignored,"
                    + " but for ask: numbers that it asks for, and those worked out from them, are null.";
    private static final String SOLUTION =
            "The solution: the loss; of each sample its loss, by layer p, z, dz = ∂J/∂z, dp = ∂J/∂p,"
                    + " slope = g′(p) (null for softmax, step and sign), dw, db, and dx = ∂J/∂x of its inputs; the"
                    + " gradient of the batch; the updated parameters; where the optimizer's state is carried on,"
                    + " that after the update: t, and u, m, v, mHat, vHat of each parameter. As on paper, of dz and dp the one"
                    + " that is not written is not rounded. Where samples times parameters pass 100,000,"
                    + " samples is null and samplesLeftOut their count, unless the query says samples=all.";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @PostMapping("/api/solve")
    @Operation(
            summary = "Solve a document",
            parameters =
                    @Parameter(
                            name = AllSamples.NAME,
                            in = ParameterIn.QUERY,
                            description = AllSamples.DESCRIPTION),
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            description =
                                    "A worksheet document, version 1. Its arithmetic, where it is as on"
                                            + " paper: decimals, gradientDecimals, writes (dz or delta),"
                                            + " slope (p or z). Its optimizer's state, where updates"
                                            + " carry it on: t, u, m, v",
                            content = @Content(mediaType = "application/json")))
    @ApiResponse(
            responseCode = "200",
            description = SOLUTION,
            content = @Content(mediaType = "application/json"))
    @ApiResponse(
            responseCode = "413",
            description = "A body over 1 MiB",
            content = @Content(mediaType = "application/problem+json"))
    @ApiResponse(
            responseCode = "415",
            description = "A body of another content type",
            content = @Content(mediaType = "application/problem+json"))
    void solveDocument(
            @Parameter(hidden = true) HttpServletRequest request,
            @Parameter(hidden = true) HttpServletResponse response)
            throws IOException {
        byte[] document = Body.of(request, response);
        if (document != null) {
            answer(
                    WorksheetJson.read(document),
                    response,
                    solution(AllSamples.areAskedFor(request.getQueryString()), _ -> true));
        }
    }

    @GetMapping("/api/solve")
    @Operation(
            summary = "Solve a permalink's query",
            description = LINK,
            parameters =
                    @Parameter(
                            name = AllSamples.NAME,
                            in = ParameterIn.QUERY,
                            description = AllSamples.DESCRIPTION))
    @ApiResponse(
            responseCode = "200",
            description = SOLUTION,
            headers = @Header(name = IgnoredHeader.NAME, description = IgnoredHeader.DESCRIPTION),
            content = @Content(mediaType = "application/json"))
    void solveLink(
            @Parameter(hidden = true) HttpServletRequest request,
            @Parameter(hidden = true) HttpServletResponse response)
            throws IOException {
        String query = request.getQueryString();
        Permalink.Opened opened = open(AllSamples.without(query), response);
        Exercise exercise = new Exercise(opened.worksheet(), opened.view());
        answer(
                opened.reading(),
                response,
                solution(AllSamples.areAskedFor(query), exercise::gives));
    }

    @GetMapping("/api/worksheet")
    @Operation(summary = "The document of a permalink's query", description = LINK)
    @ApiResponse(
            responseCode = "200",
            description = "The document",
            headers = @Header(name = IgnoredHeader.NAME, description = IgnoredHeader.DESCRIPTION),
            content = @Content(mediaType = "application/json"))
    void document(
            @Parameter(hidden = true) HttpServletRequest request,
            @Parameter(hidden = true) HttpServletResponse response)
            throws IOException {
        answer(
                open(request.getQueryString(), response).reading(),
                response,
                (json, worksheet) -> json.writeTree(WorksheetJson.write(worksheet)));
    }

    private static Permalink.Opened open(@Nullable String query, HttpServletResponse response) {
        Permalink.Opened opened = Gallery.open(query == null ? "" : query);
        if (!opened.ignored().names().isEmpty()) {
            response.setHeader(IgnoredHeader.NAME, IgnoredHeader.of(opened.ignored()));
        }
        return opened;
    }

    private static Writer solution(boolean allSamples, Predicate<Quantity> given) {
        return (json, worksheet) -> SolutionJson.write(json, worksheet, allSamples, given);
    }

    private interface Writer {
        void write(JsonGenerator json, Worksheet worksheet);
    }

    private static void answer(Reading reading, HttpServletResponse response, Writer writer)
            throws IOException {
        switch (reading) {
            case Reading.Refused refused ->
                    Problems.send(response, 400, "Worksheet refused", refused);
            case Reading.Good(var worksheet) -> {
                response.setContentType("application/json");
                response.setCharacterEncoding("UTF-8");
                try (JsonGenerator json = MAPPER.createGenerator(response.getOutputStream())) {
                    writer.write(json, worksheet);
                }
            }
        }
    }
}
