@replay @profiles
Feature: A meter with a smaller memory
  Some meters remember fewer tokens than others. With fewer, a token that was put aside becomes old sooner.

  Background:
    Given a meter with:
      | name    | value |
      | profile | clou  |

  Rule: Twenty newer tokens make an older one old

    Scenario: Nineteen newer tokens leave room for it
      Given a 25.6 kWh credit token "drawer"
      When the customer buys and keys in 19 tokens of 1.0 kWh
      And the customer keys in token "drawer"
      Then the meter accepts it
      And the meter holds 44.6 kWh

    Scenario: Twenty newer tokens do not
      Given a 25.6 kWh credit token "drawer"
      When the customer buys and keys in 20 tokens of 1.0 kWh
      And the customer keys in token "drawer"
      Then the meter refuses it as old
      And the meter holds 20.0 kWh

  Rule: The other profiles remember fifty

    Scenario Outline: Forty-eight newer tokens on a meter of the profile <profile>
      Given a meter with:
        | name    | value     |
        | profile | <profile> |
      And a 25.6 kWh credit token "drawer"
      When the customer buys and keys in 48 tokens of 1.0 kWh
      And the customer keys in token "drawer"
      Then the meter accepts it
      And the meter holds 73.6 kWh

      Examples:
        | profile    |
        | kplc-ciu   |
        | landis-gyr |
        | conlog     |
