package id.lumbung.platform.page;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import id.lumbung.platform.Texts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Turns a page record into an answer: template {@code licensing/draft} is {@code src/main/jte/licensing/draft.jte}. */
@Component
public class Pages {
    private static final String NOTICE = "notice";
    private static final String SCRIPT = "X-Requested-With";

    private final TemplateEngine templates;
    private final MessageSource messages;
    private final ObjectProvider<Visitor> visitor;
    private final ObjectProvider<LocaleResolver> locales;

    public Pages(
            TemplateEngine templates,
            MessageSource messages,
            ObjectProvider<Visitor> visitor,
            ObjectProvider<LocaleResolver> locales) {
        this.templates = templates;
        this.messages = messages;
        this.visitor = visitor;
        this.locales = locales;
    }

    public ModelAndView show(String template, Object page) {
        return answer(template, page, HttpStatus.OK);
    }

    /** The same form again, with what is wrong beside its fields (422). */
    public ModelAndView invalid(String template, Object page) {
        return answer(template, page, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    public ModelAndView answer(String template, Object page, HttpStatus status) {
        ModelAndView answer = new ModelAndView(new JteView(template));
        answer.addObject("page", page);
        answer.setStatus(status);
        return answer;
    }

    /** Goes to another page (303) which shows the sentence with this key once. */
    public static String redirect(String path, RedirectAttributes attributes, String noticeKey) {
        attributes.addFlashAttribute(NOTICE, noticeKey);
        return "redirect:" + path;
    }

    /** Whether a script of ours asks, which wants a part of a page or a plain status, not a page to sign in. */
    public static boolean askedByScript(HttpServletRequest request) {
        return "lumbung".equals(request.getHeader(SCRIPT));
    }

    public Texts texts(HttpServletRequest request) {
        return new Texts(messages, RequestContextUtils.getLocale(request));
    }

    public Screen screen(HttpServletRequest request) {
        CsrfToken csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        Visitor looking = visitor.getIfAvailable();
        Predicate<String> permissions = looking == null ? permission -> false : looking::may;
        Map<String, ?> flash = RequestContextUtils.getInputFlashMap(request);
        return new Screen(
                texts(request),
                request.getRequestURI(),
                csrf == null ? "" : csrf.getParameterName(),
                csrf == null ? "" : csrf.getToken(),
                looking == null ? null : looking.name().orElse(null),
                permissions,
                flash == null ? null : (String) flash.get(NOTICE));
    }

    /** Writes a page with one sentence, without a look at session, person or database. */
    void write(int status, String messageKey, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        LocaleResolver resolver = locales.getIfAvailable();
        Texts texts = new Texts(messages, resolver == null ? Texts.INDONESIAN : resolver.resolveLocale(request));
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("page", new MessagePage(status, texts.t(messageKey)));
        parameters.put("screen", new Screen(texts, request.getRequestURI(), "", "", null, permission -> false, null));
        Utf8ByteOutput output = new Utf8ByteOutput();
        templates.render("platform/message.jte", parameters, output);
        response.setStatus(status);
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(output.getContentLength());
        output.writeTo(response.getOutputStream());
    }

    /** Renders a template outside a request, for documents. */
    public String render(String template, Map<String, Object> parameters) {
        gg.jte.output.StringOutput output = new gg.jte.output.StringOutput();
        templates.render(template + ".jte", parameters, output);
        return output.toString();
    }

    private final class JteView implements View {
        private final String template;

        JteView(String template) {
            this.template = template;
        }

        @Override
        public String getContentType() {
            return "text/html;charset=UTF-8";
        }

        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws Exception {
            Map<String, Object> parameters = new HashMap<>();
            parameters.put("page", model == null ? "" : model.get("page"));
            parameters.put("screen", screen(request));
            Utf8ByteOutput output = new Utf8ByteOutput();
            templates.render(template + ".jte", parameters, output);
            response.setContentType(getContentType());
            response.addHeader(HttpHeaders.VARY, SCRIPT);
            response.setContentLength(output.getContentLength());
            output.writeTo(response.getOutputStream());
        }
    }
}
