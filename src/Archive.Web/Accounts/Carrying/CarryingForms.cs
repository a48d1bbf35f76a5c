using Archive.Store;
using Microsoft.AspNetCore.Http.Features;

namespace Archive.Web.Accounts.Carrying;

/// <summary>Where a form came too late for its session, the page to sign in is shown in its place, with the form in it.</summary>
internal static class CarryingForms
{
    public static void AddCarriedForms(this IServiceCollection services) => services.AddSingleton<SentForms>();

    /// <summary>Before routing: the second page is asked for as the first was.</summary>
    public static void UseCarriedForms(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        await next(context);
        if (context.Features.Get<CarriedForm>() is null || context.Response.HasStarted)
        {
            return;
        }
        var request = context.Request;
        (request.Method, request.Path, request.QueryString) = (HttpMethods.Get, Permalink.SignIn(), default);
        (request.ContentType, request.ContentLength) = (null, null);
        context.SetEndpoint(null);
        context.Features.Get<IRouteValuesFeature>()?.RouteValues.Clear();
        await next(context);
    });
}
