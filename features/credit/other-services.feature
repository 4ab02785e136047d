@credit
Feature: Tokens of other services
  Water, gas and time are sold in the same twenty digits. An electricity meter must take none of them.

  Background:
    Given the meter holds 10.0 kWh

  Rule: An electricity meter refuses what is not electricity

    Scenario: Water
      Given a 5.0 m3 water credit token
      When the customer keys in the token
      Then the meter refuses it
      And the meter holds 10.0 kWh

    Scenario: Gas
      Given a 5.0 m3 gas credit token
      When the customer keys in the token
      Then the meter refuses it
      And the meter holds 10.0 kWh

    Scenario: Time
      Given a 30.0 min time credit token
      When the customer keys in the token
      Then the meter refuses it
      And the meter holds 10.0 kWh

    Scenario: Money
      Given a credit token of 250.00 in currency
      When the customer keys in the token
      Then the meter refuses it
      And the meter holds 10.0 kWh

  Rule: Clearing a register this meter does not have clears nothing

    Scenario Outline: Register <register>
      Given a clear credit token for register <register>
      When the customer keys in the token
      Then the meter <answer> it
      And the meter holds <after> kWh

      Examples:
        | register | answer  | after |
        | 0        | accepts | 0.0   |
        | 65535    | accepts | 0.0   |
        | 1        | refuses | 10.0  |
        | 7        | refuses | 10.0  |
        | 8        | refuses | 10.0  |
